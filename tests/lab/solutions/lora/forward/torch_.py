"""The low-rank layer with PyTorch's linear layers, float32."""
import torch
import torch.nn.functional as F


def lora(x, weight, a, b, alpha, bias):
    """x: (..., in). Returns (..., out)."""
    x, weight, a, b, bias = (torch.as_tensor(array, dtype=torch.float32) for array in (x, weight, a, b, bias))
    return F.linear(x, weight, bias) + F.linear(F.linear(x, a), b) * (alpha / a.size(0))
