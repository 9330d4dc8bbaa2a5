"""RMSNorm (Section 2.2; Zhang and Sennrich 2019)."""
from __future__ import annotations

import numpy as np


def rms_norm(x: np.ndarray, gain: np.ndarray, epsilon: float) -> np.ndarray:
    """x: (..., width); gain: (width,). Returns the shape of x."""
    mean_square = (x**2).mean(axis=-1, keepdims=True)
    root = np.sqrt(mean_square + epsilon)
    normalized = x / root
    return normalized * gain
