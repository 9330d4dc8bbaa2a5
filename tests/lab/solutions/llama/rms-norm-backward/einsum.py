"""The gradients with einsum, in x and the cube of the root."""
import numpy as np


def rms_norm_backward(x, gain, epsilon, grad):
    """x, grad: (..., width). Returns (d_x, d_gain)."""
    width = x.shape[-1]
    rows, grads = x.reshape(-1, width), grad.reshape(-1, width)
    square = np.einsum("ri,ri->r", rows, rows) / width + epsilon
    cross = np.einsum("ri,ri,i->r", grads, rows, gain) / width
    d_x = grads * gain / np.sqrt(square)[:, None] - rows * (cross * square**-1.5)[:, None]
    return d_x.reshape(x.shape), np.einsum("ri,ri,r->i", grads, rows, square**-0.5)
