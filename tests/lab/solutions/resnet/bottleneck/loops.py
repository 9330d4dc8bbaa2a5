"""The bottleneck block with convolutions written as loops over filters and places."""
import math

import numpy as np


def convolve(x, kernel, stride):
    """x: (batch, channels, height, width); kernel: (filters, channels, k, k). Returns (batch, filters, rows, columns)."""
    batch, channels, height, width = x.shape
    filters, _, k, _ = kernel.shape
    out = np.zeros((batch, filters, math.ceil(height / stride), math.ceil(width / stride)))
    for f, row, column, i, j in np.ndindex(*out.shape[1:], k, k):
        y, z = row * stride + i - k // 2, column * stride + j - k // 2
        if 0 <= y < height and 0 <= z < width:
            out[:, f, row, column] += x[:, :, y, z] @ kernel[f, :, i, j]
    return out


def bottleneck_block(x, weights, stride=1):
    """x: (batch, channels, height, width). Returns (batch, many, rows, columns)."""

    def normalized(maps, name):
        out = np.empty(maps.shape)
        for c in range(maps.shape[1]):
            deviation = math.sqrt(weights[f"{name}_variance"][c] + 1e-5)
            hat = (maps[:, c] - weights[f"{name}_mean"][c]) / deviation
            out[:, c] = hat * weights[f"{name}_gain"][c] + weights[f"{name}_bias"][c]
        return out

    out = x
    for name in ("reduce", "middle", "restore"):
        out = normalized(convolve(out, weights[f"{name}_conv"], stride if name == "reduce" else 1), name)
        if name != "restore":
            out = np.where(out > 0, out, 0.0)
    if "projection_conv" in weights:
        x = normalized(convolve(x, weights["projection_conv"], stride), "projection")
    return np.where(out + x > 0, out + x, 0.0)
