"""The residual networks for CIFAR-10, forward (Section 4.2, shortcuts of option A)."""
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
    """A convolution and its stored normalization. x: (batch, channels, height, width). Returns (batch, filters, ...)."""
    gain, bias, mean, variance = (
        weights[f"{name}_{part}"][:, None, None] for part in ("gain", "bias", "mean", "variance")
    )
    maps = convolve(x, weights[f"{name}_conv"], stride)
    normalized = (maps - mean) / np.sqrt(variance + 1e-5)
    return gain * normalized + bias


def identity(x: np.ndarray, filters: int, stride: int) -> np.ndarray:
    """The shortcut of option A. x: (batch, channels, height, width). Returns (batch, filters, rows, columns)."""
    missing = filters - x.shape[1]
    kept = x[:, :, ::stride, ::stride]
    return np.pad(kept, ((0, 0), (0, missing), (0, 0), (0, 0)))


def block(x: np.ndarray, weights: dict[str, np.ndarray], name: str, stride: int) -> np.ndarray:
    """x: (batch, channels, height, width). Returns (batch, filters, rows, columns)."""
    hidden = relu(layer(x, weights, f"{name}_1", stride))
    residual = layer(hidden, weights, f"{name}_2")
    added = residual + identity(x, residual.shape[1], stride)
    return relu(added)


def resnet(images: np.ndarray, weights: dict[str, np.ndarray], blocks: int = 3) -> np.ndarray:
    """images: (batch, 3, height, width). Returns the scores (batch, classes)."""
    x = relu(layer(np.asarray(images, dtype=np.float64), weights, "stem"))
    for s in (1, 2, 3):
        for b in range(1, blocks + 1):
            x = block(x, weights, f"stage{s}_block{b}", stride=2 if s > 1 and b == 1 else 1)
    pooled = x.mean(axis=(2, 3))
    scores = pooled @ weights["linear"].T + weights["linear_bias"]
    return scores
