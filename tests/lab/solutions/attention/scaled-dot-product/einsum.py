"""Scaled dot-product attention with einsum; the mask multiplies exponentials, which are normalized after it."""
import numpy as np


def attention(q, k, v, mask=None):
    """q: (..., queries, d_k); k: (..., keys, d_k); v: (..., keys, d_v). Returns (output, weights)."""
    scores = np.einsum("...qd,...kd->...qk", q, k) * q.shape[-1] ** -0.5
    allowed = np.ones(scores.shape, dtype=bool) if mask is None else np.broadcast_to(mask, scores.shape)
    top = np.max(scores, axis=-1, keepdims=True, where=allowed, initial=-1e300)
    exponentials = allowed * np.exp(np.where(allowed, scores - top, 0.0))
    total = np.einsum("...qk->...q", exponentials)[..., None]
    weights = np.divide(exponentials, total, out=np.zeros_like(exponentials), where=total > 0)
    return np.einsum("...qk,...kd->...qd", weights, v), weights
