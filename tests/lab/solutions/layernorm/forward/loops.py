"""Layer normalization with explicit loops."""
import math

import numpy as np


def layer_norm(a, gain, bias, epsilon=1e-5):
    """a: (..., units); gain, bias: (units,). Returns (..., units)."""
    result = np.empty(a.shape)
    units = a.shape[-1]
    for position in np.ndindex(*a.shape[:-1]):
        total = 0.0
        for i in range(units):
            total += a[position + (i,)]
        mean = total / units
        squares = 0.0
        for i in range(units):
            squares += (a[position + (i,)] - mean) ** 2
        sigma = math.sqrt(squares / units + epsilon)
        for i in range(units):
            result[position + (i,)] = gain[i] / sigma * (a[position + (i,)] - mean) + bias[i]
    return result
