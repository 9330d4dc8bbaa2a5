"""Causal attention whose query heads share heads of keys and values (Section 2; Ainslie et al. 2023)."""
from __future__ import annotations

import numpy as np


def split(values: np.ndarray, count: int) -> np.ndarray:
    """values: (batch, time, count * size). Returns (batch, count, time, size)."""
    batch, time, width = values.shape
    return values.reshape(batch, time, count, width // count).swapaxes(1, 2)


def attend(
    x: np.ndarray, wq: np.ndarray, wk: np.ndarray, wv: np.ndarray, wo: np.ndarray, heads: int, kv_heads: int
) -> tuple[np.ndarray, np.ndarray]:
    """x: (batch, time, width). Returns the output (batch, time, width) and the cache (2, batch, kv_heads, time, size)."""
    batch, time, _ = x.shape
    queries = split(x @ wq, heads)
    keys = split(x @ wk, kv_heads)
    values = split(x @ wv, kv_heads)
    cache = np.stack([keys, values])

    size = queries.shape[-1]
    group = np.arange(heads) // (heads // kv_heads)
    own_keys = keys[:, group]
    own_values = values[:, group]
    scores = queries @ own_keys.swapaxes(-1, -2) / np.sqrt(size)
    seen = np.tril(np.ones((time, time), dtype=bool))
    masked = np.where(seen, scores, -np.inf)
    exponentials = np.exp(masked - masked.max(axis=-1, keepdims=True))
    weights = exponentials / exponentials.sum(axis=-1, keepdims=True)
    results = weights @ own_values
    joined = results.swapaxes(1, 2).reshape(batch, time, heads * size)
    output = joined @ wo
    return output, cache
