from __future__ import annotations

import numpy as np


def convolve(x: np.ndarray, kernel: np.ndarray, stride: int = 1) -> np.ndarray:
    """x: (batch, channels, height, width); kernel: (filters, channels, k, k), k odd. Returns (batch, filters, rows, columns)."""
    k = kernel.shape[-1]
    border = ((0, 0), (0, 0), (k // 2, k // 2), (k // 2, k // 2))
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(x, border), (k, k), axis=(2, 3))
    return np.einsum("nchwij,fcij->nfhw", windows[:, :, ::stride, ::stride], kernel, optimize=True)


def bottleneck_block(x: np.ndarray, weights: dict[str, np.ndarray], stride: int = 1) -> np.ndarray:
    """A bottleneck block of three layers, in evaluation (Section 4.1, Figure 5 right).

    x: (batch, channels, height, width).
    weights: reduce_conv (few, channels, 1, 1), middle_conv (few, few, 3, 3), restore_conv (many, few, 1, 1), where the
      shapes differ projection_conv (many, channels, 1, 1), and for each of these layers its stored batch normalization
      <layer>_gain, <layer>_bias, <layer>_mean, <layer>_variance (few,) or (many,).
    stride: of the reduce and the projection convolution.
    Returns (batch, many, rows, columns).
    """
    # TODO: one layer: convolution, then normalization with the stored statistics
    # TODO: reduce, middle, restore, then shortcut and sum
    raise NotImplementedError("bottleneck_block: reduce, look around, restore, and add the shortcut")
