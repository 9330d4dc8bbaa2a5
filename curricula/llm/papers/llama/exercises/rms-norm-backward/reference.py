"""The gradients of RMSNorm (from Zhang and Sennrich 2019)."""
from __future__ import annotations

import numpy as np


def rms_norm_backward(
    x: np.ndarray, gain: np.ndarray, epsilon: float, grad: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """x, grad: (..., width); gain: (width,). Returns d_x and d_gain."""
    rate = 1.0 / np.sqrt((x**2).mean(axis=-1, keepdims=True) + epsilon)
    normalized = x * rate
    d_normalized = grad * gain
    along = (d_normalized * normalized).mean(axis=-1, keepdims=True)
    d_x = rate * (d_normalized - normalized * along)
    d_gain = (grad * normalized).reshape(-1, x.shape[-1]).sum(axis=0)
    return d_x, d_gain
