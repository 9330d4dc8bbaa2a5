"""The residual block with convolutions written as loops over filters and places."""
import math

import numpy as np


def convolve(x, kernel, stride):
    """x: (batch, channels, height, width); kernel: (filters, channels, k, k). Returns (batch, filters, rows, columns)."""
    batch, channels, height, width = x.shape
    filters, _, k, _ = kernel.shape
    padded = np.zeros((batch, channels, height + k - 1, width + k - 1))
    padded[:, :, k // 2 : k // 2 + height, k // 2 : k // 2 + width] = x
    out = np.empty((batch, filters, math.ceil(height / stride), math.ceil(width / stride)))
    for n, f, row, column in np.ndindex(*out.shape):
        top, left = row * stride, column * stride
        out[n, f, row, column] = (padded[n, :, top : top + k, left : left + k] * kernel[f]).sum()
    return out


def normalize(x, gain, bias):
    """x: (batch, channels, height, width); gain, bias: (channels,). Returns the shape of x."""
    out = np.empty(x.shape)
    for c in range(x.shape[1]):
        values = x[:, c].ravel()
        mean = math.fsum(values) / len(values)
        variance = math.fsum((v - mean) ** 2 for v in values) / len(values)
        out[:, c] = gain[c] * (x[:, c] - mean) / math.sqrt(variance + 1e-5) + bias[c]
    return out


def residual_block(x, weights, stride=1):
    """x: (batch, channels, height, width). Returns (batch, filters, rows, columns)."""
    first = normalize(convolve(x, weights["conv_1"], stride), weights["gain_1"], weights["bias_1"])
    first[first < 0] = 0
    total = normalize(convolve(first, weights["conv_2"], 1), weights["gain_2"], weights["bias_2"])
    if "projection" in weights:
        added = convolve(x, weights["projection"], stride)
        total += normalize(added, weights["projection_gain"], weights["projection_bias"])
    else:
        total += x
    total[total < 0] = 0
    return total
