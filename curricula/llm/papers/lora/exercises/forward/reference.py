"""A frozen layer with an update of low rank (Section 4.1, eq. (3))."""
from __future__ import annotations

import numpy as np


def lora(
    x: np.ndarray, weight: np.ndarray, a: np.ndarray, b: np.ndarray, alpha: float, bias: np.ndarray
) -> np.ndarray:
    """x: (..., in); weight: (out, in); a: (r, in); b: (out, r); bias: (out,). Returns (..., out)."""
    scale = alpha / a.shape[0]
    base = x @ weight.T
    low = x @ a.T
    update = low @ b.T
    return base + scale * update + bias
