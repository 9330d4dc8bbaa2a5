"""The rotation by complex numbers: a pair is one, and turning is a product with e^(i angle)."""
import numpy as np


def rope(x, positions, theta, pairing):
    """x: (batch, heads, time, size). Returns the shape of x."""
    half = x.shape[-1] // 2
    pairs = x.reshape(*x.shape[:-1], half, 2) if pairing == "neighbours" else np.swapaxes(x.reshape(*x.shape[:-1], 2, half), -1, -2)
    turns = np.exp(1j * np.outer(positions, theta ** (-np.arange(half) / half)))
    turned = np.einsum("bhtp,tp->bhtp", pairs[..., 0] + 1j * pairs[..., 1], turns)
    parts = np.stack([turned.real, turned.imag], axis=-1)
    return (parts if pairing == "neighbours" else np.swapaxes(parts, -1, -2)).reshape(x.shape)
