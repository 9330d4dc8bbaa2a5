"""The parametric fit of Hoffmann et al. 2022, Appendix D.2, by damped least squares."""
from __future__ import annotations

import numpy as np

STEPS = 100


def fit(n: np.ndarray, d: np.ndarray, loss: np.ndarray, start: np.ndarray, delta: float) -> dict[str, float]:
    """n, d, loss: (runs,); start: (5,). Returns e, a, b, alpha, beta and objective."""
    found, damping = np.array(start, dtype=float), 1e-2
    residual, slopes = compared(found, n, d, loss)
    for _ in range(STEPS):
        weights = pull(residual, delta)
        curvature = (slopes * weights[:, None]).T @ slopes
        downhill = -slopes.T @ (weights * residual)
        tried = found + np.linalg.solve(curvature + damping * np.diag(curvature.diagonal() + 1e-9), downhill)
        there, slopes_there = compared(tried, n, d, loss)
        if summed(there, delta) < summed(residual, delta):
            found, residual, slopes, damping = tried, there, slopes_there, max(damping / 5, 1e-12)
        else:
            damping = min(damping * 5, 1e12)
    log_a, log_b, log_e, alpha, beta = found
    constants = {"e": np.exp(log_e), "a": np.exp(log_a), "b": np.exp(log_b), "alpha": alpha, "beta": beta}
    return {**constants, "objective": summed(residual, delta)}


def compared(found: np.ndarray, n: np.ndarray, d: np.ndarray, loss: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The residuals of log L (runs,) and their derivatives by the five that are fitted (runs, 5)."""
    log_a, log_b, log_e, alpha, beta = found
    log_n, log_d = np.log(n), np.log(d)
    terms = np.stack([log_a - alpha * log_n, log_b - beta * log_d, log_e + 0.0 * log_n])
    highest = terms.max(axis=0)
    predicted = highest + np.log(np.exp(terms - highest).sum(axis=0))
    shares = np.exp(terms - predicted)
    slopes = np.stack([shares[0], shares[1], shares[2], -shares[0] * log_n, -shares[1] * log_d], axis=1)
    residual = predicted - np.log(loss)
    return residual, slopes


def pull(residual: np.ndarray, delta: float) -> np.ndarray:
    """The weight of each residual: 1 within delta, less beyond."""
    return delta / np.maximum(np.abs(residual), delta)


def summed(residual: np.ndarray, delta: float) -> float:
    """The sum of the Huber losses."""
    size = np.abs(residual)
    huber = np.where(size <= delta, 0.5 * size**2, delta * (size - 0.5 * delta))
    return float(huber.sum())
