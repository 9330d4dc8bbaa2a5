from __future__ import annotations

import numpy as np


def convolve(x: np.ndarray, kernel: np.ndarray, stride: int = 1) -> np.ndarray:
    """x: (batch, channels, height, width); kernel: (filters, channels, k, k), k odd. Returns (batch, filters, rows, columns)."""
    k = kernel.shape[-1]
    border = ((0, 0), (0, 0), (k // 2, k // 2), (k // 2, k // 2))
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(x, border), (k, k), axis=(2, 3))
    return np.einsum("nchwij,fcij->nfhw", windows[:, :, ::stride, ::stride], kernel, optimize=True)


def resnet(images: np.ndarray, weights: dict[str, np.ndarray], blocks: int = 3) -> np.ndarray:
    """The residual network of 6 * blocks + 2 layers for CIFAR-10, in evaluation (Section 4.2, option A).

    images: (batch, 3, height, width).
    weights: for each layer (stem and stage{s}_block{b}_{i}, numbers from 1) <layer>_conv (filters, channels, 3, 3) and
      <layer>_gain, <layer>_bias, <layer>_mean, <layer>_variance (filters,); at last linear (classes, 4f) and
      linear_bias (classes,).
    blocks: n, the number of blocks in each of the three stages.
    Returns the scores before the softmax, (batch, classes).
    """
    # TODO: a layer: convolution and stored normalization
    # TODO: a block: branch, shortcut of option A, ReLU
    # TODO: stem, three stages, average, linear layer
    raise NotImplementedError("resnet: the network of Section 4.2 with shortcuts of option A")
