"""Multi-head attention head by head, with slices of the matrices, and the heads' outputs summed through their rows of w_o."""
import math

import numpy as np


def multi_head_attention(query, key, value, weights, heads, mask=None):
    """query: (batch, queries, d_model); key, value: (batch, keys, d_model). Returns (batch, queries, d_model)."""
    batch, queries, d_model = query.shape
    d_k = d_model // heads
    allowed = np.broadcast_to(True if mask is None else mask, (batch, queries, key.shape[1]))
    result = np.zeros(query.shape)
    for head in range(heads):
        own = slice(head * d_k, (head + 1) * d_k)
        w_q, w_k, w_v = (weights[name][:, own] for name in ("w_q", "w_k", "w_v"))
        for n in range(batch):
            q, k, v = query[n] @ w_q, key[n] @ w_k, value[n] @ w_v
            for i in range(queries):
                scores = [float(q[i] @ k[j]) / math.sqrt(d_k) if allowed[n, i, j] else -math.inf for j in range(len(k))]
                parts = [math.exp(score - max(scores)) for score in scores]
                mean = sum(part * row for part, row in zip(parts, v)) / sum(parts)
                result[n, i] += mean @ weights["w_o"][own]
    return result
