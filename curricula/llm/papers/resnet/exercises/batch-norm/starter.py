from __future__ import annotations

import numpy as np


def batch_norm(
    x: np.ndarray,
    gain: np.ndarray,
    bias: np.ndarray,
    running_mean: np.ndarray,
    running_variance: np.ndarray,
    training: bool,
    momentum: float = 0.1,
    epsilon: float = 1e-5,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Batch normalization of feature maps, with running averages (Section 3.4).

    x: (batch, channels, height, width).
    gain, bias, running_mean, running_variance: (channels,).
    training: whether the statistics of the batch are used (and the running averages updated).
    Returns (y, running_mean, running_variance) with shapes (batch, channels, height, width), (channels,), (channels,).
    """
    # TODO: evaluation: normalize with the running averages
    # TODO: training: normalize with the statistics of each channel, and update the running averages
    raise NotImplementedError("batch_norm: normalize each channel, in training and in evaluation")
