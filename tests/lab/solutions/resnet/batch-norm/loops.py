"""Batch normalization channel by channel, with plain numbers."""
import math

import numpy as np


def batch_norm(x, gain, bias, running_mean, running_variance, training, momentum=0.1, epsilon=1e-5):
    """x: (batch, channels, height, width); vectors: (channels,). Returns (y, running_mean, running_variance)."""
    y, new_mean, new_variance = np.empty(x.shape), running_mean.copy(), running_variance.copy()
    for c in range(x.shape[1]):
        values = [float(v) for v in x[:, c].ravel()]
        mean, variance = float(running_mean[c]), float(running_variance[c])
        if training:
            mean = math.fsum(values) / len(values)
            squares = math.fsum((v - mean) ** 2 for v in values)
            variance = squares / len(values)
            new_mean[c] += momentum * (mean - running_mean[c])
            new_variance[c] += momentum * (squares / (len(values) - 1) - running_variance[c])
        y[:, c] = (x[:, c] - mean) * (gain[c] / math.sqrt(variance + epsilon)) + bias[c]
    return y, new_mean, new_variance
