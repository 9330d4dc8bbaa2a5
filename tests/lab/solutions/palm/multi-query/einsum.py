"""Attention with shared keys and values in einsum, the queries with an axis for the group; nothing is repeated."""
import numpy as np


def attend(x, wq, wk, wv, wo, heads, kv_heads):
    """x: (batch, time, width). Returns output and cache."""
    batch, time, width = x.shape
    shared = heads // kv_heads
    q = np.einsum("btw,wgrs->bgrts", x, wq.reshape(width, kv_heads, shared, -1))
    k = np.einsum("btw,wgs->bgts", x, wk.reshape(width, kv_heads, -1))
    v = np.einsum("btw,wgs->bgts", x, wv.reshape(width, kv_heads, -1))
    scores = np.einsum("bgrqs,bgks->bgrqk", q, k) / q.shape[-1] ** 0.5
    scores = np.where(np.arange(time)[:, None] >= np.arange(time), scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    output = np.einsum("bgrqk,bgks,grsw->bqw", weights, v, wo.reshape(kv_heads, shared, -1, width))
    return output, np.stack([k, v])
