from __future__ import annotations

import numpy as np


def pass_at_k(n: np.ndarray, c: np.ndarray, k: int) -> np.ndarray:
    """The probability that one of k samples is right (Chen et al. 2021, equation (1)).

    n, c: (problems,), samples and right ones among them. k: a whole number.
    Returns (problems,).
    """
    # TODO: one minus the probability that all k come from the wrong ones
    raise NotImplementedError("pass_at_k: the probability for each problem")
