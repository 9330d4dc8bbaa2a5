"""Fitting a power law (eqs. (1.1) to (1.3))."""
from __future__ import annotations

import numpy as np


def fit(x: np.ndarray, loss: np.ndarray, at: np.ndarray) -> dict[str, object]:
    """x, loss: (points,); at: (m,). Returns exponent, scale and prediction (m,)."""
    x, loss, at = (np.asarray(array, dtype=np.float64) for array in (x, loss, at))
    log_x = np.log(x)
    log_loss = np.log(loss)
    away_x = log_x - log_x.mean()
    away_loss = log_loss - log_loss.mean()
    slope = (away_x * away_loss).sum() / (away_x**2).sum()
    intercept = log_loss.mean() - slope * log_x.mean()
    exponent = -slope
    scale = np.exp(intercept / exponent)
    prediction = (scale / at) ** exponent
    return {"exponent": exponent, "scale": scale, "prediction": prediction}
