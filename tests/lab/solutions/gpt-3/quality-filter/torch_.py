"""The filter with exponential draws of PyTorch: e to an exponential draw is a Pareto one."""
import torch


def keep(scores, alpha, rng):
    """scores: (documents,). Returns bools (documents,)."""
    generator = torch.Generator().manual_seed(int(rng.integers(2**31)))
    scores = torch.as_tensor(scores, dtype=torch.float32)
    draws = torch.empty_like(scores).exponential_(alpha, generator=generator)
    return torch.expm1(draws) > 1 - scores
