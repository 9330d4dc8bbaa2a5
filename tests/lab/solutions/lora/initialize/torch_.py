"""The start of an adapter in PyTorch, float32."""
import torch


def initialize(out, width_in, r, sigma, rng):
    """Returns (a, b)."""
    generator = torch.Generator().manual_seed(int(rng.integers(2**31)))
    a = torch.empty(r, width_in).normal_(0.0, sigma, generator=generator)
    return torch.nn.Parameter(a), torch.nn.Parameter(torch.zeros(out, r))
