"""Metrics of emergence in PyTorch, from the table of models and tokens."""
import torch


def metrics(token_accuracy, length):
    """token_accuracy: (models,). Returns tensors."""
    tokens = torch.as_tensor(token_accuracy)[:, None].expand(-1, length)
    exact = tokens.prod(dim=1)
    return {"exact": exact, "edit": (1 - tokens).sum(dim=1), "steepness": exact.diff().max() / (exact[-1] - exact[0])}
