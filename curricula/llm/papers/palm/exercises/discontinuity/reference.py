"""Scores of the largest model against a line through the smaller ones (Section 6.2)."""
from __future__ import annotations

import numpy as np


def discontinuity(parameters: np.ndarray, scores: np.ndarray) -> dict[str, np.ndarray]:
    """parameters: (3,); scores: (tasks, 3). Returns predicted, excess and flag (tasks,)."""
    sizes = np.log(parameters)
    first, second, third = np.asarray(scores, dtype=np.float64).T
    slope = (second - first) / (sizes[1] - sizes[0])
    predicted = second + slope * (sizes[2] - sizes[1])
    excess = third - predicted
    flag = excess > 10.0
    return {"predicted": predicted, "excess": excess, "flag": flag}
