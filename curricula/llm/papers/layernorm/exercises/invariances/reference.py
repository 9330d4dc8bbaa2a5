"""Batch, weight and layer normalization of a linear layer as one formula (Section 5.1, eq. (5))."""
from __future__ import annotations

import numpy as np


def moments(a: np.ndarray, weights: np.ndarray, method: str) -> tuple[np.ndarray, np.ndarray]:
    """a: (batch, units); weights: (units, inputs). Returns mean and deviation, both to be broadcast over (batch, units)."""
    if method == "weight":
        # The re-parameterization of weight normalization: no data in it, only the length of each weight vector.
        return np.zeros(1), np.sqrt((weights**2).sum(axis=1))
    axis = {"batch": 0, "layer": 1}[method]
    mean = a.mean(axis=axis, keepdims=True)
    return mean, np.sqrt(((a - mean) ** 2).mean(axis=axis, keepdims=True))


def normalized_linear(
    x: np.ndarray, weights: np.ndarray, gain: np.ndarray, bias: np.ndarray, method: str
) -> np.ndarray:
    """x: (batch, inputs); weights: (units, inputs); gain, bias: (units,). Returns (batch, units)."""
    x, weights = np.asarray(x, dtype=np.float64), np.asarray(weights, dtype=np.float64)
    summed = x @ weights.T
    mean, deviation = moments(summed, weights, method)
    normalized = (summed - mean) / deviation
    return gain * normalized + bias
