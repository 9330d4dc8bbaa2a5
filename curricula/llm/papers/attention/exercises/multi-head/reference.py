"""Multi-head attention (Section 3.2.2)."""
from __future__ import annotations

import numpy as np


def softmax(scores: np.ndarray) -> np.ndarray:
    """scores: (..., keys). Returns the same shape."""
    top = scores.max(axis=-1, keepdims=True)
    exponentials = np.exp(scores - top)
    return exponentials / exponentials.sum(axis=-1, keepdims=True)


def attention(q: np.ndarray, k: np.ndarray, v: np.ndarray, mask: np.ndarray | None = None) -> np.ndarray:
    """q: (..., queries, d_k); k, v: (..., keys, d_k); mask: broadcast to (..., queries, keys). Returns (..., queries, d_k)."""
    scores = q @ np.swapaxes(k, -1, -2)
    scores = scores / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    shares = softmax(scores)
    return shares @ v


def split(x: np.ndarray, heads: int) -> np.ndarray:
    """x: (batch, tokens, d_model). Returns (batch, heads, tokens, d_k)."""
    batch, tokens, d_model = x.shape
    return x.reshape(batch, tokens, heads, d_model // heads).transpose(0, 2, 1, 3)


def merge(x: np.ndarray) -> np.ndarray:
    """x: (batch, heads, tokens, d_k). Returns (batch, tokens, d_model)."""
    batch, heads, tokens, d_k = x.shape
    return x.transpose(0, 2, 1, 3).reshape(batch, tokens, heads * d_k)


def multi_head_attention(
    query: np.ndarray,
    key: np.ndarray,
    value: np.ndarray,
    weights: dict[str, np.ndarray],
    heads: int,
    mask: np.ndarray | None = None,
) -> np.ndarray:
    """query: (batch, queries, d_model); key, value: (batch, keys, d_model). Returns (batch, queries, d_model)."""
    if mask is not None:
        # The new axis before (queries, keys) is that of the heads.
        mask = np.asarray(mask)[..., None, :, :]
    q = split(query @ weights["w_q"], heads)
    k = split(key @ weights["w_k"], heads)
    v = split(value @ weights["w_v"], heads)
    attended = attention(q, k, v, mask)
    return merge(attended) @ weights["w_o"]
