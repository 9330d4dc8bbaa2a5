"""Batch and layer statistics of the same summed inputs (Sections 2, 3 and 3.1)."""
from __future__ import annotations

import numpy as np

BATCH, UNITS = 0, 2  # the axes of (batch, time, units) that the two methods average over


def statistics(a: np.ndarray, axis: int, epsilon: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """a: (batch, time, units). Returns mean and deviation without the axis, and the normalized (batch, time, units)."""
    mean = a.mean(axis=axis, keepdims=True)
    variance = ((a - mean) ** 2).mean(axis=axis, keepdims=True)
    normalized = (a - mean) / np.sqrt(variance + epsilon)
    return mean.squeeze(axis), np.sqrt(variance).squeeze(axis), normalized


def normalization_statistics(a: np.ndarray, epsilon: float = 1e-5) -> dict[str, np.ndarray]:
    """a: (batch, time, units). Returns means, deviations and normalized inputs of both methods; shapes in the exercise."""
    a = np.asarray(a, dtype=np.float64)
    batch_mean, batch_deviation, batch_normalized = statistics(a, BATCH, epsilon)
    layer_mean, layer_deviation, layer_normalized = statistics(a, UNITS, epsilon)
    return {
        "batch_mean": batch_mean,
        "batch_deviation": batch_deviation,
        "batch_normalized": batch_normalized,
        "layer_mean": layer_mean,
        "layer_deviation": layer_deviation,
        "layer_normalized": layer_normalized,
    }
