"""The position-wise feed-forward network (Section 3.3)."""
from __future__ import annotations

import numpy as np


def feed_forward(x: np.ndarray, weights: dict[str, np.ndarray]) -> np.ndarray:
    """x: (batch, tokens, d_model). Returns (batch, tokens, d_model)."""
    x = np.asarray(x, dtype=np.float64)
    hidden = np.maximum(0.0, x @ weights["w_1"] + weights["b_1"])
    return hidden @ weights["w_2"] + weights["b_2"]
