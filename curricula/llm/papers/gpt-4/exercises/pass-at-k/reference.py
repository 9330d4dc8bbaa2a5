"""The probability that one of k samples is right (Chen et al. 2021, equation (1))."""
from __future__ import annotations

import numpy as np


def pass_at_k(n: np.ndarray, c: np.ndarray, k: int) -> np.ndarray:
    """n, c: (problems,). Returns (problems,)."""
    found = []
    for samples, right in zip(n, c):
        failed = samples - right
        # Where fewer than k failed, one of the factors is 1 - k / k = 0.
        places = np.arange(failed + 1, samples + 1)
        factors = 1.0 - k / places
        missed = np.prod(factors)
        found.append(1.0 - missed)
    return np.array(found)
