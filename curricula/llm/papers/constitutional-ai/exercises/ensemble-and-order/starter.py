from __future__ import annotations

import numpy as np


def ensemble(logps: np.ndarray) -> dict[str, float | np.ndarray]:
    """Labels over principles and both orders, and the bias toward the letter (A).

    logps: (comparisons, principles, orders, letters), log probabilities; in order 1 the answers are exchanged.
    Returns {"label": (comparisons,), "bias": a number}.
    """
    # TODO: normalize
    # TODO: turn order 1 back, and average
    # TODO: the bias
    raise NotImplementedError("ensemble: label and bias")
