"""Calibration with NumPy's histograms: the counts, and sums as weighted counts."""
import numpy as np


def calibration(confidence, correct, bins):
    """confidence, correct: (answers,). Returns ece, mean_confidence, accuracy and count (bins,)."""
    edges = np.linspace(0.0, 1.0, bins + 1)
    count, _ = np.histogram(confidence, edges)
    sure, _ = np.histogram(confidence, edges, weights=confidence)
    right, _ = np.histogram(confidence, edges, weights=correct.astype(float))
    with np.errstate(invalid="ignore"):
        means, shares = sure / count, right / count
    return {"ece": np.abs(right - sure).sum() / count.sum(), "mean_confidence": means, "accuracy": shares, "count": count}
