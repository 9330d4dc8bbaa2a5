"""Sinusoidal positions with PyTorch, in float32 and with the frequency through exp and log."""
import math

import torch


def positional_encoding(length, d_model):
    """Returns a tensor (length, d_model)."""
    frequencies = torch.exp(torch.arange(0, d_model, 2) * (-math.log(10000.0) / d_model))
    angles = torch.outer(torch.arange(length, dtype=torch.float32), frequencies)
    result = torch.zeros(length, d_model)
    result[:, 0::2], result[:, 1::2] = torch.sin(angles), torch.cos(angles)
    return result
