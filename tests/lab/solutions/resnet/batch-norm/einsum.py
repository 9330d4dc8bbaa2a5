"""Batch normalization as one scale and one shift per channel, from moments by einsum."""
import numpy as np


def batch_norm(x, gain, bias, running_mean, running_variance, training, momentum=0.1, epsilon=1e-5):
    """x: (batch, channels, height, width); vectors: (channels,). Returns (y, running_mean, running_variance)."""
    mean, variance = running_mean, running_variance
    if training:
        count = x.shape[0] * x.shape[2] * x.shape[3]
        mean = np.einsum("nchw->c", x) / count
        variance = np.maximum(np.einsum("nchw,nchw->c", x, x) / count - mean**2, 0.0)
        running_mean = np.array([1 - momentum, momentum]) @ np.stack([running_mean, mean])
        running_variance = (1 - momentum) * running_variance + momentum * variance * (count / (count - 1))
    scale = gain / np.sqrt(variance + epsilon)
    return np.einsum("nchw,c->nchw", x, scale) + (bias - mean * scale).reshape(-1, 1, 1), running_mean, running_variance
