"""An answer's exact match and edit distance from the accuracy of its tokens (Schaeffer et al. 2023)."""
from __future__ import annotations

import numpy as np


def metrics(token_accuracy: np.ndarray, length: int) -> dict[str, float | np.ndarray]:
    """token_accuracy: (models,). Returns exact and edit (models,), and steepness."""
    exact = np.asarray(token_accuracy, dtype=np.float64) ** length
    edit = length * (1.0 - token_accuracy)
    steps = np.diff(exact)
    rise = exact[-1] - exact[0]
    steepness = steps.max() / rise
    return {"exact": exact, "edit": edit, "steepness": float(steepness)}
