from __future__ import annotations

import numpy as np


def labels(logps: np.ndarray, mode: str) -> np.ndarray:
    """The target probability of (A) for each comparison (Sections 2, 4.1 and 4.3).

    logps: (comparisons, chains, 2), log probabilities of (A) and (B). mode: "soft", "chain" or "average".
    Returns (comparisons,).
    """
    # TODO: normalize
    # TODO: the three modes
    raise NotImplementedError("labels: normalized probabilities of (A), by the mode")
