"""Batch normalization with running averages (Section 3.4; Ioffe and Szegedy 2015, Algorithms 1 and 2)."""
from __future__ import annotations

import numpy as np

SHARED = (0, 2, 3)  # a channel shares its statistics over cases, rows and columns


def by_channel(vector: np.ndarray) -> np.ndarray:
    """vector: (channels,). Returns (1, channels, 1, 1), to meet (batch, channels, height, width)."""
    return np.asarray(vector, dtype=np.float64)[None, :, None, None]


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
    """x: (batch, channels, height, width); vectors: (channels,). Returns (y, running_mean, running_variance)."""
    x = np.asarray(x, dtype=np.float64)
    if training:
        mean = x.mean(axis=SHARED)
        variance = x.var(axis=SHARED)
        count = x.size // x.shape[1]
        # The batch is a sample: its own variance is too small as an estimate of the population's.
        unbiased = variance * count / (count - 1)
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_variance = (1 - momentum) * running_variance + momentum * unbiased
    else:
        mean, variance = running_mean, running_variance
    normalized = (x - by_channel(mean)) / np.sqrt(by_channel(variance) + epsilon)
    y = by_channel(gain) * normalized + by_channel(bias)
    return y, running_mean, running_variance
