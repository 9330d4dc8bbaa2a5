"""The law L = a C^b + c, fitted to runs and carried on to C = 1 (Section 3.1)."""
from __future__ import annotations

import numpy as np


def line(x: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """The slope and the height of the straight line through (x, y) with least squares."""
    centred = x - x.mean()
    slope = (centred * (y - y.mean())).sum() / (centred**2).sum()
    return slope, y.mean() - slope * x.mean()


def best_exponent(compute: np.ndarray, loss: np.ndarray) -> float:
    """The exponent whose best line leaves the least squares, between -2 and 0."""
    low, high = -2.0, -1e-4
    best = low
    for _ in range(14):
        tried = np.linspace(low, high, 41)
        lines = [line(compute**b, loss) for b in tried]
        squares = [((a * compute**b + c - loss) ** 2).sum() for b, (a, c) in zip(tried, lines)]
        at = int(np.argmin(squares))
        best, low, high = tried[at], tried[max(at - 1, 0)], tried[min(at + 1, 40)]
    return float(best)


def fit(compute: np.ndarray, loss: np.ndarray) -> dict[str, float]:
    """compute, loss: (runs,). Returns a, b, c and the prediction at compute 1."""
    compute, loss = np.asarray(compute, dtype=np.float64), np.asarray(loss, dtype=np.float64)
    b = best_exponent(compute, loss)
    a, c = line(compute**b, loss)
    prediction = a + c
    return {"a": float(a), "b": float(b), "c": float(c), "prediction": float(prediction)}
