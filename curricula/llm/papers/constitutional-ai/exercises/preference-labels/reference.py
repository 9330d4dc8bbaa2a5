"""Preference labels from a model's log probabilities (Sections 2, 4.1 and 4.3)."""
from __future__ import annotations

import numpy as np


def labels(logps: np.ndarray, mode: str) -> np.ndarray:
    """logps: (comparisons, chains, 2). Returns the probability of (A), (comparisons,)."""
    logps = np.asarray(logps, dtype=np.float64)
    shifted = logps - logps.max(axis=-1, keepdims=True)
    weights = np.exp(shifted)
    chances = weights[..., 0] / weights.sum(axis=-1)
    first = chances[:, 0]
    if mode == "soft":
        return first
    if mode == "chain":
        return np.clip(first, 0.4, 0.6)
    return chances.mean(axis=1)
