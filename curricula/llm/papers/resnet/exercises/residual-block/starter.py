from __future__ import annotations

import numpy as np


def convolve(x: np.ndarray, kernel: np.ndarray, stride: int = 1) -> np.ndarray:
    """x: (batch, channels, height, width); kernel: (filters, channels, k, k), k odd. Returns (batch, filters, rows, columns)."""
    k = kernel.shape[-1]
    border = ((0, 0), (0, 0), (k // 2, k // 2), (k // 2, k // 2))
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(x, border), (k, k), axis=(2, 3))
    return np.einsum("nchwij,fcij->nfhw", windows[:, :, ::stride, ::stride], kernel, optimize=True)


def residual_block(x: np.ndarray, weights: dict[str, np.ndarray], stride: int = 1) -> np.ndarray:
    """A residual block of two layers (Sections 3.2 and 3.4, eqs. (1) and (2), Figure 2).

    x: (batch, channels, height, width).
    weights: conv_1 (filters, channels, 3, 3), conv_2 (filters, filters, 3, 3), gain_1, bias_1, gain_2, bias_2 (filters,);
      where the shapes differ also projection (filters, channels, 1, 1), projection_gain, projection_bias (filters,).
    stride: of the first convolution and of the projection.
    Returns (batch, filters, rows, columns).
    """
    # TODO: batch normalization with the statistics of the batch
    # TODO: the branch F, the shortcut, their sum
    raise NotImplementedError("residual_block: the branch of two layers plus its shortcut")
