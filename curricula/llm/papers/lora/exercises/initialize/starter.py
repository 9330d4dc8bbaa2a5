from __future__ import annotations

import numpy as np


def initialize(
    out: int, width_in: int, r: int, sigma: float, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """The matrices of an adapter before the first step (Section 4.1, Figure 1).

    sigma: the standard deviation of A's numbers. rng: the source of all randomness.
    Returns (a, b): (r, width_in) and (out, r).
    """
    # TODO: which matrix is random, and which is 0?
    raise NotImplementedError("initialize: draw A, and leave B at 0")
