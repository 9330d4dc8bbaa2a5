"""The law of the pass rate, fitted and carried on (Section 3.2)."""
from __future__ import annotations

import numpy as np


def predict(compute: np.ndarray, rates: np.ndarray, at: float) -> dict[str, float | np.ndarray]:
    """compute: (models,); rates: (models, problems). Returns kept (problems,), alpha, k and prediction."""
    rates = np.asarray(rates, dtype=np.float64)
    kept = (rates > 0).all(axis=0)
    logs = np.log(rates[:, kept])
    missing = -logs.mean(axis=1)
    slope, height = np.polyfit(np.log(compute), np.log(missing), 1)
    alpha = np.exp(height)
    k = -slope
    prediction = alpha * at**-k
    return {"kept": kept, "alpha": float(alpha), "k": float(k), "prediction": float(prediction)}
