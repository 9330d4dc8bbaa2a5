"""Gradients of layer normalization step by step backwards through the graph, with einsum."""
import numpy as np


def layer_norm_backward(d_y, a, gain, epsilon=1e-5):
    """d_y, a: (..., units); gain: (units,). Returns (d_a, d_gain, d_bias): (..., units), (units,), (units,)."""
    units = a.shape[-1]
    flat, upstream = a.reshape(-1, units), d_y.reshape(-1, units)
    centered = flat - np.einsum("ni->n", flat)[:, None] / units
    variance = np.einsum("ni,ni->n", centered, centered) / units
    inverse = (variance + epsilon) ** -0.5

    d_hat = np.einsum("ni,i->ni", upstream, gain)
    d_inverse = np.einsum("ni,ni->n", d_hat, centered)
    d_variance = d_inverse * -0.5 * inverse**3
    d_centered = np.einsum("ni,n->ni", d_hat, inverse) + np.einsum("n,ni->ni", 2.0 / units * d_variance, centered)
    d_mean = -np.einsum("ni->n", d_centered)
    d_a = d_centered + d_mean[:, None] / units
    d_gain = np.einsum("ni,ni,n->i", upstream, centered, inverse)
    return d_a.reshape(a.shape), d_gain, np.einsum("ni->i", upstream)
