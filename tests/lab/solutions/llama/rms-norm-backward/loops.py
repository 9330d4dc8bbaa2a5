"""The gradients from the table of all derivatives of a row."""
import math

import numpy as np


def rms_norm_backward(x, gain, epsilon, grad):
    """x, grad: (..., width). Returns (d_x, d_gain)."""
    width, d_x, d_gain = x.shape[-1], np.zeros(x.shape), np.zeros(gain.shape)
    for at in np.ndindex(*x.shape[:-1]):
        row = x[at]
        root = math.sqrt(math.fsum(value * value for value in row) / width + epsilon)
        for i in range(width):
            d_gain[i] += grad[at][i] * row[i] / root
            for j in range(width):
                slope = (1.0 if i == j else 0.0) / root - row[i] * row[j] / (width * root**3)
                d_x[at][j] += grad[at][i] * gain[i] * slope
    return d_x, d_gain
