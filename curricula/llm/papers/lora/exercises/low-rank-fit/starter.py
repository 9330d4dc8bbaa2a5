from __future__ import annotations

import numpy as np


def fit(delta: np.ndarray, r: int) -> dict[str, object]:
    """The best approximation of an update by one of rank r (Section 7.2; Eckart and Young).

    delta: (out, in). Returns a dict: update (out, in), error, captured, rank.
    """
    # TODO: the singular value decomposition
    # TODO: the part of the r largest singular values, and what is left out
    raise NotImplementedError("fit: keep the largest singular values")
