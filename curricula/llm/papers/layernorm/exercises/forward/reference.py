"""Layer normalization, forward pass (Section 3)."""
from __future__ import annotations

import numpy as np


def layer_norm(a: np.ndarray, gain: np.ndarray, bias: np.ndarray, epsilon: float = 1e-5) -> np.ndarray:
    """a: (..., units); gain, bias: (units,). Returns (..., units)."""
    a = np.asarray(a, dtype=np.float64)
    # keepdims leaves (..., 1), so that each case meets its own statistics in the lines below.
    mean = a.mean(axis=-1, keepdims=True)
    variance = ((a - mean) ** 2).mean(axis=-1, keepdims=True)
    normalized = (a - mean) / np.sqrt(variance + epsilon)
    return gain * normalized + bias
