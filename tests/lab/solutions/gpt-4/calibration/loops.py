"""Calibration, bin by bin."""
import math

import numpy as np


def calibration(confidence, correct, bins):
    """confidence, correct: (answers,). Returns ece, mean_confidence, accuracy and count (bins,)."""
    rows = [[] for _ in range(bins)]
    for p, good in zip(confidence, correct):
        rows[bins - 1 if p == 1 else int(p * bins)].append((float(p), int(good)))
    ece, means, shares = 0.0, [], []
    for row in rows:
        means.append(sum(p for p, _ in row) / len(row) if row else math.nan)
        shares.append(sum(good for _, good in row) / len(row) if row else math.nan)
        if row:
            ece += len(row) / len(confidence) * abs(shares[-1] - means[-1])
    return {"ece": ece, "mean_confidence": np.array(means), "accuracy": np.array(shares), "count": np.array([len(row) for row in rows])}
