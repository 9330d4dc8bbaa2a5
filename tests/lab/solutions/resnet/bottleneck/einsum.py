"""The bottleneck block with each normalization folded into the kernel and a bias of its convolution."""
import numpy as np


def folded(weights, name):
    """Returns the kernel (filters, channels, k, k) and the bias (filters,) which convolve and normalize at once."""
    scale = weights[f"{name}_gain"] / np.sqrt(weights[f"{name}_variance"] + 1e-5)
    kernel = np.einsum("fcij,f->fcij", weights[f"{name}_conv"], scale)
    return kernel, weights[f"{name}_bias"] - weights[f"{name}_mean"] * scale


def pointwise(x, weights, name):
    """A 1×1 convolution with normalization. x: (batch, channels, height, width). Returns (batch, filters, height, width)."""
    kernel, bias = folded(weights, name)
    return np.einsum("nchw,fc->nfhw", x, kernel[:, :, 0, 0]) + bias[:, None, None]


def bottleneck_block(x, weights, stride=1):
    """x: (batch, channels, height, width). Returns (batch, many, rows, columns)."""
    x = x[:, :, ::stride, ::stride]
    few = np.maximum(pointwise(x, weights, "reduce"), 0)
    kernel, bias = folded(weights, "middle")
    padded = np.pad(few, ((0, 0), (0, 0), (1, 1), (1, 1)))
    rows, columns = few.shape[2:]
    shifted = np.stack([padded[:, :, i : i + rows, j : j + columns] for i in range(3) for j in range(3)])
    middle = np.einsum("knchw,fck->nfhw", shifted, kernel.reshape(*kernel.shape[:2], 9)) + bias[:, None, None]
    out = pointwise(np.maximum(middle, 0), weights, "restore")
    return np.maximum(out + (pointwise(x, weights, "projection") if "projection_conv" in weights else x), 0)
