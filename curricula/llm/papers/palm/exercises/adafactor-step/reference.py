"""A step of Adafactor without factorization, as PaLM trains with it (Section 5)."""
from __future__ import annotations

import numpy as np


def step(
    param: np.ndarray, grad: np.ndarray, m: np.ndarray, v: np.ndarray, at: int
) -> dict[str, float | np.ndarray]:
    """param, grad, m, v: arrays of one shape; at: from 1. Returns param, m and v of this shape, and rate."""
    rate = min(1e-2, 1.0 / np.sqrt(at))
    beta1 = 0.9
    beta2 = 1.0 - at**-0.8
    square = grad**2 + 1e-30
    second = beta2 * v + (1.0 - beta2) * square
    scaled = grad / np.sqrt(second)
    first = beta1 * m + (1.0 - beta1) * scaled
    size = np.sqrt((param**2).mean())
    scale = max(1e-3, size)
    update = rate * scale * first
    decay = rate**2 * param
    return {"param": param - update - decay, "m": first, "v": second, "rate": float(rate)}
