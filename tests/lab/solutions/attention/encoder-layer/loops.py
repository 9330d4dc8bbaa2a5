"""The encoder layer token by token and head by head."""
import math

import numpy as np


def normalized(vector, gain, bias):
    """vector, gain, bias: (d_model,). Returns (d_model,)."""
    mean = math.fsum(vector) / len(vector)
    variance = math.fsum((v - mean) ** 2 for v in vector) / len(vector)
    return (vector - mean) / math.sqrt(variance + 1e-5) * gain + bias


def attended(tokens, seen, weights, heads):
    """tokens: (tokens, d_model); seen: the positions that may be looked at. Returns (tokens, d_model)."""
    d_k = tokens.shape[1] // heads
    result = np.zeros(tokens.shape)
    for i, token in enumerate(tokens):
        for head in range(heads):
            own = slice(head * d_k, (head + 1) * d_k)
            q = token @ weights["self_q"][:, own]
            scores = [q @ (tokens[j] @ weights["self_k"][:, own]) / math.sqrt(d_k) for j in seen]
            parts = [math.exp(score - max(scores)) for score in scores]
            mean = sum(part * (tokens[j] @ weights["self_v"][:, own]) for part, j in zip(parts, seen)) / sum(parts)
            result[i] += mean @ weights["self_o"][own]
    return result


def encoder_layer(x, weights, heads, mask=None):
    """x: (batch, tokens, d_model); mask: (batch, tokens). Returns (batch, tokens, d_model)."""
    result = np.empty(x.shape)
    for n in range(len(x)):
        seen = [j for j in range(x.shape[1]) if mask is None or mask[n, j]]
        mixed = x[n] + attended(x[n], seen, weights, heads)
        for i, token in enumerate(mixed):
            middle = normalized(token, weights["self_gain"], weights["self_bias"])
            hidden = [max(0.0, h) for h in middle @ weights["ffn_w_1"] + weights["ffn_b_1"]]
            out = middle + hidden @ weights["ffn_w_2"] + weights["ffn_b_2"]
            result[n, i] = normalized(out, weights["ffn_gain"], weights["ffn_bias"])
    return result
