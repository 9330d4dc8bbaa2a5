"""Alternating dense and banded attention (Section 2.1)."""
from __future__ import annotations

import numpy as np


def softmax(scores: np.ndarray) -> np.ndarray:
    """scores: (..., queries, keys). Returns weights of the same shape."""
    exponentials = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exponentials / exponentials.sum(axis=-1, keepdims=True)


def attend(q: np.ndarray, k: np.ndarray, v: np.ndarray, layer: int, window: int) -> np.ndarray:
    """q, k, v: (batch, heads, time, size). Returns the shape of v."""
    time = q.shape[-2]
    distance = np.arange(time)[:, None] - np.arange(time)
    banded = layer % 2 == 1
    causal = distance >= 0
    near = distance < window
    allowed = causal & near if banded else causal
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    weights = softmax(np.where(allowed, scores, -np.inf))
    return weights @ v
