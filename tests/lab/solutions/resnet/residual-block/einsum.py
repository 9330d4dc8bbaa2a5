"""The residual block with each convolution as a sum of shifted images, one einsum per place of the kernel."""
import numpy as np


def layer(x, kernel, gain, bias, stride=1):
    """Convolution and batch normalization. x: (batch, channels, height, width). Returns (batch, filters, rows, columns)."""
    height, width = x.shape[2:]
    reach = kernel.shape[-1] // 2
    padded = np.pad(x, ((0, 0), (0, 0), (reach, reach), (reach, reach)))
    out = 0.0
    for i in range(kernel.shape[2]):
        for j in range(kernel.shape[3]):
            shifted = padded[:, :, i : i + height : stride, j : j + width : stride]
            out = out + np.einsum("nchw,fc->nfhw", shifted, kernel[:, :, i, j])
    count = out.size // out.shape[1]
    out = out - np.einsum("nfhw->f", out)[:, None, None] / count
    variance = np.einsum("nfhw,nfhw->f", out, out) / count
    return np.einsum("nfhw,f->nfhw", out, gain / np.sqrt(variance + 1e-5)) + bias[:, None, None]


def residual_block(x, weights, stride=1):
    """x: (batch, channels, height, width). Returns (batch, filters, rows, columns)."""
    hidden = layer(x, weights["conv_1"], weights["gain_1"], weights["bias_1"], stride).clip(min=0)
    added = x
    if weights.get("projection") is not None:
        added = layer(x, weights["projection"], weights["projection_gain"], weights["projection_bias"], stride)
    return (added + layer(hidden, weights["conv_2"], weights["gain_2"], weights["bias_2"])).clip(min=0)
