"""Utilization with tensors."""
import torch


def utilization(parameters, layers, heads, size, context, tokens_per_second, chips, peak, recompute):
    """Returns a dict of tensors."""
    n = torch.tensor(parameters, dtype=torch.float64)
    attention = torch.tensor([layers, heads, size, context], dtype=torch.float64).prod()
    share = tokens_per_second / torch.tensor([chips, peak], dtype=torch.float64).prod()
    forward = 2 * n + 4 * attention
    return {"mfu": 3 * forward * share, "mfu_without_attention": 6 * n * share, "hfu": (3 + recompute) * forward * share}
