"""How far the strongest directions of two adapters agree (Section 7.2, eq. (4))."""
from __future__ import annotations

import numpy as np


def similarity(a1: np.ndarray, a2: np.ndarray) -> np.ndarray:
    """a1: (r1, in); a2: (r2, in). Returns (r1, r2)."""
    u1 = np.linalg.svd(a1, full_matrices=False)[2]
    u2 = np.linalg.svd(a2, full_matrices=False)[2]
    overlaps = (u1 @ u2.T) ** 2
    sums = overlaps.cumsum(axis=0).cumsum(axis=1)
    i = np.arange(1, len(a1) + 1)[:, None]
    j = np.arange(1, len(a2) + 1)
    return sums / np.minimum(i, j)
