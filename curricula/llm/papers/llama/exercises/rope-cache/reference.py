"""Rotary attention with a cache (Section 2.2)."""
from __future__ import annotations

import numpy as np


def rope(x: np.ndarray, positions: np.ndarray, theta: float) -> np.ndarray:
    """x: (..., time, size); positions: (time,). Pairs are halves. Returns the shape of x."""
    size = x.shape[-1]
    pairs = np.arange(size // 2)
    frequencies = theta ** (-2.0 * pairs / size)
    angles = positions[:, None] * frequencies
    cosine, sine = np.cos(angles), np.sin(angles)
    first, second = x[..., : size // 2], x[..., size // 2 :]
    turned_first = first * cosine - second * sine
    turned_second = first * sine + second * cosine
    return np.concatenate([turned_first, turned_second], axis=-1)


def softmax(scores: np.ndarray) -> np.ndarray:
    """scores: (..., queries, keys). Returns weights of the same shape."""
    exponentials = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exponentials / exponentials.sum(axis=-1, keepdims=True)


def attend_cached(
    q: np.ndarray, k: np.ndarray, v: np.ndarray, cache: np.ndarray, theta: float
) -> tuple[np.ndarray, np.ndarray]:
    """q, k, v: (batch, heads, new, size); cache: (2, batch, heads, past, size). Returns output and cache."""
    past, new = cache.shape[-2], q.shape[-2]
    positions = past + np.arange(new)
    queries = rope(q, positions, theta)
    turned = rope(k, positions, theta)
    keys = np.concatenate([cache[0], turned], axis=-2)
    values = np.concatenate([cache[1], v], axis=-2)
    scores = queries @ np.swapaxes(keys, -1, -2) / np.sqrt(q.shape[-1])
    allowed = np.arange(past + new) <= past + np.arange(new)[:, None]
    weights = softmax(np.where(allowed, scores, -np.inf))
    output = weights @ values
    return output, np.stack([keys, values])
