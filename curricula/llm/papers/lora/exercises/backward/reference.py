"""The gradients of a frozen layer with an update of low rank (from eq. (3))."""
from __future__ import annotations

import numpy as np


def lora_backward(
    x: np.ndarray, weight: np.ndarray, a: np.ndarray, b: np.ndarray, alpha: float, grad: np.ndarray
) -> dict[str, np.ndarray]:
    """x: (tokens, in); weight: (out, in); a: (r, in); b: (out, r); grad: (tokens, out). Returns x, a and b."""
    scale = alpha / a.shape[0]
    low = x @ a.T
    d_update = scale * grad
    d_b = d_update.T @ low
    d_low = d_update @ b
    d_a = d_low.T @ x
    d_x = grad @ weight + d_low @ a
    return {"x": d_x, "a": d_a, "b": d_b}
