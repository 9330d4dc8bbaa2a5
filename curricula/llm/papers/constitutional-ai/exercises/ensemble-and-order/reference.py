"""Labels over principles and both orders, and the bias toward the letter (A)."""
from __future__ import annotations

import numpy as np


def ensemble(logps: np.ndarray) -> dict[str, float | np.ndarray]:
    """logps: (comparisons, principles, 2, 2). Returns label (comparisons,) and bias."""
    logps = np.asarray(logps, dtype=np.float64)
    shifted = logps - logps.max(axis=-1, keepdims=True)
    weights = np.exp(shifted)
    letter = weights[..., 0] / weights.sum(axis=-1)
    plain = letter[..., 0]
    turned = 1.0 - letter[..., 1]
    both = (plain + turned) / 2.0
    label = both.mean(axis=1)
    bias = letter.mean() - 0.5
    return {"label": label, "bias": float(bias)}
