"""Scaled dot-product attention (Section 3.2.1)."""
from __future__ import annotations

import numpy as np


def softmax(scores: np.ndarray) -> np.ndarray:
    """scores: (..., queries, keys), -inf where forbidden. Returns weights of the same shape; 0 in rows without a key."""
    top = scores.max(axis=-1, keepdims=True)
    # A row of -inf alone has no largest score; -inf - 0 stays -inf and its exp 0, where -inf - -inf would be NaN.
    top = np.where(np.isfinite(top), top, 0.0)
    exponentials = np.exp(scores - top)
    total = exponentials.sum(axis=-1, keepdims=True)
    return exponentials / np.where(total > 0, total, 1.0)


def attention(
    q: np.ndarray, k: np.ndarray, v: np.ndarray, mask: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """q: (..., queries, d_k); k: (..., keys, d_k); v: (..., keys, d_v); mask: bool, broadcast to (..., queries, keys).

    Returns (output, weights): (..., queries, d_v) and (..., queries, keys).
    """
    q, k, v = (np.asarray(array, dtype=np.float64) for array in (q, k, v))
    scores = q @ np.swapaxes(k, -1, -2)
    scores = scores / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    weights = softmax(scores)
    output = weights @ v
    return output, weights
