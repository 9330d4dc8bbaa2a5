"""The bottleneck block in evaluation (Section 4.1, Figure 5 right)."""
from __future__ import annotations

import numpy as np


def convolve(x: np.ndarray, kernel: np.ndarray, stride: int = 1) -> np.ndarray:
    """x: (batch, channels, height, width); kernel: (filters, channels, k, k), k odd. Returns (batch, filters, rows, columns)."""
    k = kernel.shape[-1]
    border = ((0, 0), (0, 0), (k // 2, k // 2), (k // 2, k // 2))
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(x, border), (k, k), axis=(2, 3))
    return np.einsum("nchwij,fcij->nfhw", windows[:, :, ::stride, ::stride], kernel, optimize=True)


def relu(x: np.ndarray) -> np.ndarray:
    """x: any shape. Returns the same shape."""
    return np.maximum(x, 0.0)


def layer(x: np.ndarray, weights: dict[str, np.ndarray], name: str, stride: int = 1) -> np.ndarray:
    """A convolution and its stored batch normalization. x: (batch, channels, height, width). Returns (batch, filters, ...)."""
    gain, bias, mean, variance = (
        weights[f"{name}_{part}"][:, None, None] for part in ("gain", "bias", "mean", "variance")
    )
    maps = convolve(x, weights[f"{name}_conv"], stride)
    normalized = (maps - mean) / np.sqrt(variance + 1e-5)
    return gain * normalized + bias


def branch(x: np.ndarray, weights: dict[str, np.ndarray], stride: int) -> np.ndarray:
    """The residual function F. x: (batch, channels, height, width). Returns (batch, many, rows, columns)."""
    reduced = relu(layer(x, weights, "reduce", stride))
    middle = relu(layer(reduced, weights, "middle"))
    return layer(middle, weights, "restore")


def shortcut(x: np.ndarray, weights: dict[str, np.ndarray], stride: int) -> np.ndarray:
    """x: (batch, channels, height, width). Returns (batch, many, rows, columns)."""
    return layer(x, weights, "projection", stride) if "projection_conv" in weights else x


def bottleneck_block(x: np.ndarray, weights: dict[str, np.ndarray], stride: int = 1) -> np.ndarray:
    """x: (batch, channels, height, width). Returns (batch, many, rows, columns)."""
    x = np.asarray(x, dtype=np.float64)
    residual = branch(x, weights, stride)
    added = residual + shortcut(x, weights, stride)
    return relu(added)
