"""Layer normalization through a centering matrix and einsum."""
import numpy as np


def layer_norm(a, gain, bias, epsilon=1e-5):
    """a: (..., units); gain, bias: (units,). Returns (..., units)."""
    units = a.shape[-1]
    center = np.eye(units) - 1.0 / units
    centered = np.einsum("...i,ij->...j", a, center)
    variance = np.einsum("...i,...i->...", centered, centered) / units
    return np.einsum("...i,i,...->...i", centered, gain, (variance + epsilon) ** -0.5) + bias
