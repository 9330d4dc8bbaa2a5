"""Gradients of layer normalization through the full Jacobian of each case, written with loops."""
import math

import numpy as np


def layer_norm_backward(d_y, a, gain, epsilon=1e-5):
    """d_y, a: (..., units); gain: (units,). Returns (d_a, d_gain, d_bias): (..., units), (units,), (units,)."""
    units = a.shape[-1]
    d_a, d_gain, d_bias = np.zeros(a.shape), np.zeros(units), np.zeros(units)
    for position in np.ndindex(*a.shape[:-1]):
        case, upstream = a[position], d_y[position]
        mean = sum(case) / units
        sigma = math.sqrt(sum((v - mean) ** 2 for v in case) / units + epsilon)
        hat = [(v - mean) / sigma for v in case]
        for i in range(units):
            d_gain[i] += upstream[i] * hat[i]
            d_bias[i] += upstream[i]
            for j in range(units):
                jacobian = ((1.0 if i == j else 0.0) - 1.0 / units - hat[i] * hat[j] / units) / sigma
                d_a[position + (j,)] += upstream[i] * gain[i] * jacobian
    return d_a, d_gain, d_bias
