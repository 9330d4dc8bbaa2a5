"""The position-wise feed-forward network (Section 3.3)."""
from __future__ import annotations

import numpy as np


def feed_forward(x: np.ndarray, weights: dict[str, np.ndarray]) -> np.ndarray:
    """x: (batch, tokens, d_model). Returns (batch, tokens, d_model)."""
    x = np.asarray(x, dtype=np.float64)
    w_1, b_1, w_2, b_2 = (weights[name] for name in ("w_1", "b_1", "w_2", "b_2"))
    summed = x @ w_1 + b_1
    hidden = np.maximum(0.0, summed)
    output = hidden @ w_2 + b_2
    return output
