from __future__ import annotations

import numpy as np


def similarity(a1: np.ndarray, a2: np.ndarray) -> np.ndarray:
    """How far the strongest directions of two adapters agree (Section 7.2, eq. (4)).

    a1: (r1, in). a2: (r2, in). Returns (r1, r2): phi(i, j) at [i - 1, j - 1].
    """
    # TODO: the right singular vectors of both
    # TODO: the squared overlaps, summed over the first i and j of them
    raise NotImplementedError("similarity: compare the spaces of the strongest directions")
