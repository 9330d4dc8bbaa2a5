"""Layer normalization, backward pass by hand (Section 3)."""
from __future__ import annotations

import numpy as np


def normalize(a: np.ndarray, epsilon: float) -> tuple[np.ndarray, np.ndarray]:
    """a: (..., units). Returns the normalized inputs (..., units) and sigma (..., 1)."""
    centered = a - a.mean(axis=-1, keepdims=True)
    sigma = np.sqrt((centered**2).mean(axis=-1, keepdims=True) + epsilon)
    return centered / sigma, sigma


def over_cases(values: np.ndarray) -> np.ndarray:
    """values: (..., units). Returns the sum over all axes but the last, (units,)."""
    return values.reshape(-1, values.shape[-1]).sum(axis=0)


def layer_norm_backward(
    d_y: np.ndarray, a: np.ndarray, gain: np.ndarray, epsilon: float = 1e-5
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """d_y, a: (..., units); gain: (units,). Returns (d_a, d_gain, d_bias): (..., units), (units,), (units,)."""
    d_y, a = np.asarray(d_y, dtype=np.float64), np.asarray(a, dtype=np.float64)
    normalized, sigma = normalize(a, epsilon)

    # All cases share gain and bias, so their gradients add up.
    d_gain = over_cases(d_y * normalized)
    d_bias = over_cases(d_y)

    d_normalized = d_y * gain
    # Each input moves the mean by 1/H and with it all units of its case.
    through_mean = d_normalized.mean(axis=-1, keepdims=True)
    # Each input moves sigma by normalized/H and with it the scale of all units.
    through_sigma = normalized * (d_normalized * normalized).mean(axis=-1, keepdims=True)
    d_a = (d_normalized - through_mean - through_sigma) / sigma
    return d_a, d_gain, d_bias
