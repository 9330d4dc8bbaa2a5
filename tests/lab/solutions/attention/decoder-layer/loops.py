"""The decoder layer one target position at a time; each looks only at what is in a growing list."""
import math

import numpy as np


def normalized(vector, gain, bias):
    """vector, gain, bias: (d_model,). Returns (d_model,)."""
    mean = math.fsum(vector) / len(vector)
    variance = math.fsum((v - mean) ** 2 for v in vector) / len(vector)
    return (vector - mean) / math.sqrt(variance + 1e-5) * gain + bias


def looked_up(token, others, weights, name, heads):
    """token: (d_model,); others: list of (d_model,). The attention of one token. Returns (d_model,)."""
    d_k = len(token) // heads
    joined = []
    for head in range(heads):
        own = slice(head * d_k, (head + 1) * d_k)
        w_q, w_k, w_v = (weights[f"{name}_{w}"][:, own] for w in "qkv")
        scores = [(token @ w_q) @ (other @ w_k) / math.sqrt(d_k) for other in others]
        parts = [math.exp(score - max(scores)) for score in scores]
        joined.extend(sum(part * (other @ w_v) for part, other in zip(parts, others)) / sum(parts))
    return np.array(joined) @ weights[f"{name}_o"]


def decoder_layer(y, memory, weights, heads, memory_mask=None):
    """y: (batch, targets, d_model); memory: (batch, sources, d_model). Returns (batch, targets, d_model)."""

    def norm(vector, name):
        return normalized(vector, weights[f"{name}_gain"], weights[f"{name}_bias"])

    result = np.empty(y.shape)
    for n in range(len(y)):
        source = [memory[n, j] for j in range(memory.shape[1]) if memory_mask is None or memory_mask[n, j]]
        written = []
        for i, token in enumerate(y[n]):
            written.append(token)
            token = norm(token + looked_up(token, written, weights, "self", heads), "self")
            token = norm(token + looked_up(token, source, weights, "cross", heads), "cross")
            hidden = np.array([max(0.0, h) for h in token @ weights["ffn_w_1"] + weights["ffn_b_1"]])
            result[n, i] = norm(token + hidden @ weights["ffn_w_2"] + weights["ffn_b_2"], "ffn")
    return result
