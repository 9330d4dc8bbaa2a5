"""Scaled dot-product attention query by query, with plain numbers."""
import math

import numpy as np


def attention(q, k, v, mask=None):
    """q: (..., queries, d_k); k: (..., keys, d_k); v: (..., keys, d_v). Returns (output, weights)."""
    lead, queries, keys = q.shape[:-2], q.shape[-2], k.shape[-2]
    weights, output = np.zeros((*lead, queries, keys)), np.zeros((*lead, queries, v.shape[-1]))
    allowed = np.broadcast_to(True if mask is None else mask, weights.shape)
    for at in np.ndindex(*lead, queries):
        front, seen = at[:-1], [j for j in range(keys) if allowed[at][j]]
        if not seen:
            continue
        scores = [math.fsum(a * b for a, b in zip(q[at], k[front][j])) / math.sqrt(q.shape[-1]) for j in seen]
        top = max(scores)
        parts = [math.exp(score - top) for score in scores]
        for j, part in zip(seen, parts):
            weights[at][j] = part / math.fsum(parts)
            output[at] += weights[at][j] * v[front][j]
    return output, weights
