from __future__ import annotations

import numpy as np


def calibration(confidence: np.ndarray, correct: np.ndarray, bins: int) -> dict[str, float | np.ndarray]:
    """The calibration of a model's confidences (Figure 8).

    confidence: (answers,), from 0 to 1. correct: (answers,), 1 or 0. bins: how many, of equal width.
    Returns {"ece": a number, "mean_confidence": (bins,), "accuracy": (bins,), "count": (bins,)}; NaN for empty bins.
    """
    # TODO: the bin of each answer
    # TODO: count, mean confidence and accuracy of each bin
    # TODO: the expected calibration error
    raise NotImplementedError("calibration: ece, mean_confidence, accuracy and count")
