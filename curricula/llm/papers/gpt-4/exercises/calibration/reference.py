"""The calibration of a model's confidences (Figure 8)."""
from __future__ import annotations

import numpy as np


def calibration(confidence: np.ndarray, correct: np.ndarray, bins: int) -> dict[str, float | np.ndarray]:
    """confidence, correct: (answers,). Returns ece, mean_confidence, accuracy and count (bins,)."""
    confidence = np.asarray(confidence, dtype=np.float64)
    place = np.floor(confidence * bins).astype(int)
    # A confidence of 1 belongs to the last bin.
    index = np.minimum(place, bins - 1)
    member = index[None, :] == np.arange(bins)[:, None]
    count = member.sum(axis=1)
    empty = count == 0
    size = np.where(empty, np.nan, count)
    mean_confidence = (member * confidence).sum(axis=1) / size
    accuracy = (member * correct).sum(axis=1) / size
    gap = np.abs(accuracy - mean_confidence)
    weight = count / len(confidence)
    ece = np.where(empty, 0.0, weight * gap).sum()
    return {"ece": float(ece), "mean_confidence": mean_confidence, "accuracy": accuracy, "count": count}
