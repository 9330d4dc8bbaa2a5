"""The matrices of an adapter before the first step (Section 4.1, Figure 1)."""
from __future__ import annotations

import numpy as np


def initialize(
    out: int, width_in: int, r: int, sigma: float, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Returns (a, b): (r, width_in) and (out, r)."""
    a = sigma * rng.normal(size=(r, width_in))
    b = np.zeros((out, r))
    return a, b
