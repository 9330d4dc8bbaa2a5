"""Multi-head attention with matrices of shape (d_model, heads, d_k) and one einsum a step."""
import numpy as np


def multi_head_attention(query, key, value, weights, heads, mask=None):
    """query: (batch, queries, d_model); key, value: (batch, keys, d_model). Returns (batch, queries, d_model)."""
    d_model = query.shape[-1]
    d_k = d_model // heads
    w_q, w_k, w_v = (weights[name].reshape(d_model, heads, d_k) for name in ("w_q", "w_k", "w_v"))
    # Queries and keys are never made: what a head compares is x W_q W_k^T x^T.
    scores = np.einsum("bqm,mhd,nhd,bkn->bhqk", query, w_q, w_k, key, optimize=True) / d_k**0.5
    if mask is not None:
        scores = scores + np.where(np.expand_dims(mask, -3), 0.0, -np.inf)
    parts = np.exp(scores - scores.max(-1, keepdims=True))
    parts /= parts.sum(-1, keepdims=True)
    w_o = weights["w_o"].reshape(heads, d_k, d_model)
    return np.einsum("bhqk,bkm,mhd,hdn->bqn", parts, value, w_v, w_o, optimize=True)
