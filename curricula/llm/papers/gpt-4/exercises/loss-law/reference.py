"""The law L = a C^b + c, fitted to runs and carried on to C = 1 (Section 3.1)."""
from __future__ import annotations

import numpy as np


def line(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Slope and height of the straight lines through (x, y) with least squares. x: (..., runs); y: (runs,). Returns (...) twice."""
    centred = x - x.mean(axis=-1, keepdims=True)
    slope = (centred * (y - y.mean())).sum(axis=-1) / (centred**2).sum(axis=-1)
    return slope, y.mean() - slope * x.mean(axis=-1)


def best_exponent(compute: np.ndarray, loss: np.ndarray) -> float:
    """The exponent whose best line leaves the least squares, between -2 and 0."""
    low, high = -2.0, -1e-4
    for _ in range(14):
        tried = np.linspace(low, high, 41)
        powers = compute ** tried[:, None]
        slope, height = line(powers, loss)
        off = slope[:, None] * powers + height[:, None] - loss
        at = int(np.argmin((off**2).sum(axis=-1)))
        # The next round looks between the neighbours of the best one.
        low, high = tried[max(at - 1, 0)], tried[min(at + 1, 40)]
    return float(tried[at])


def fit(compute: np.ndarray, loss: np.ndarray) -> dict[str, float]:
    """compute, loss: (runs,). Returns a, b, c and the prediction at compute 1."""
    compute, loss = np.asarray(compute, dtype=np.float64), np.asarray(loss, dtype=np.float64)
    b = best_exponent(compute, loss)
    a, c = line(compute**b, loss)
    prediction = a + c
    return {"a": float(a), "b": float(b), "c": float(c), "prediction": float(prediction)}
