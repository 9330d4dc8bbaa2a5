"""RMSNorm row by row."""
import math

import numpy as np


def rms_norm(x, gain, epsilon):
    """x: (..., width). Returns the shape of x."""
    result = np.zeros(x.shape)
    for at in np.ndindex(*x.shape[:-1]):
        row = [float(value) for value in x[at]]
        root = math.sqrt(math.fsum(value * value for value in row) / len(row) + epsilon)
        result[at] = [value / root * g for value, g in zip(row, gain)]
    return result
