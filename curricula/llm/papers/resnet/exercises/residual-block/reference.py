"""The residual block of two layers (Sections 3.2 and 3.4, eqs. (1) and (2), Figure 2)."""
from __future__ import annotations

import numpy as np


def convolve(x: np.ndarray, kernel: np.ndarray, stride: int = 1) -> np.ndarray:
    """x: (batch, channels, height, width); kernel: (filters, channels, k, k), k odd. Returns (batch, filters, rows, columns)."""
    k = kernel.shape[-1]
    border = ((0, 0), (0, 0), (k // 2, k // 2), (k // 2, k // 2))
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(x, border), (k, k), axis=(2, 3))
    return np.einsum("nchwij,fcij->nfhw", windows[:, :, ::stride, ::stride], kernel, optimize=True)


def batch_norm(x: np.ndarray, gain: np.ndarray, bias: np.ndarray, epsilon: float = 1e-5) -> np.ndarray:
    """x: (batch, channels, height, width); gain, bias: (channels,). Statistics of the batch. Returns the shape of x."""
    mean = x.mean(axis=(0, 2, 3), keepdims=True)
    variance = x.var(axis=(0, 2, 3), keepdims=True)
    return gain[:, None, None] * (x - mean) / np.sqrt(variance + epsilon) + bias[:, None, None]


def relu(x: np.ndarray) -> np.ndarray:
    """x: any shape. Returns the same shape."""
    return np.maximum(x, 0.0)


def branch(x: np.ndarray, weights: dict[str, np.ndarray], stride: int) -> np.ndarray:
    """The residual function F. x: (batch, channels, height, width). Returns (batch, filters, rows, columns)."""
    summed = batch_norm(convolve(x, weights["conv_1"], stride), weights["gain_1"], weights["bias_1"])
    hidden = relu(summed)
    return batch_norm(convolve(hidden, weights["conv_2"]), weights["gain_2"], weights["bias_2"])


def shortcut(x: np.ndarray, weights: dict[str, np.ndarray], stride: int) -> np.ndarray:
    """x: (batch, channels, height, width). Returns (batch, filters, rows, columns)."""
    if "projection" not in weights:
        return x
    projected = convolve(x, weights["projection"], stride)
    return batch_norm(projected, weights["projection_gain"], weights["projection_bias"])


def residual_block(x: np.ndarray, weights: dict[str, np.ndarray], stride: int = 1) -> np.ndarray:
    """x: (batch, channels, height, width). Returns (batch, filters, rows, columns)."""
    x = np.asarray(x, dtype=np.float64)
    # After the last normalization there is no ReLU: F may also subtract from x.
    residual = branch(x, weights, stride)
    added = residual + shortcut(x, weights, stride)
    return relu(added)
