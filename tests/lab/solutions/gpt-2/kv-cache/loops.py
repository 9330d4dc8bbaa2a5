"""Decoding with a cache, one new token at a time, also within a chunk."""
import math

import numpy as np


def norm(x, gain, bias):
    """x: (batch, width). Returns (batch, width)."""
    mean = x.mean(axis=1, keepdims=True)
    return gain * (x - mean) / np.sqrt(x.var(axis=1, keepdims=True) + 1e-5) + bias


def step(token, position, past, weights, heads):
    """token: (batch,); past: for each block lists of keys and values (batch, width), which grow. Returns (batch, vocabulary)."""
    x = weights["token_embedding"][token] + weights["position_embedding"][position]
    width = x.shape[1]
    size = width // heads
    for (keys, values), w in zip(past, weights["blocks"]):
        qkv = norm(x, w["ln_1_gain"], w["ln_1_bias"]) @ w["qkv_weight"] + w["qkv_bias"]
        query = qkv[:, :width]
        keys.append(qkv[:, width : 2 * width])
        values.append(qkv[:, 2 * width :])
        mixed = np.zeros(x.shape)
        for n in range(len(x)):
            for h in range(heads):
                own = slice(h * size, (h + 1) * size)
                scores = np.array([query[n, own] @ key[n, own] for key in keys]) / math.sqrt(size)
                parts = np.exp(scores - scores.max())
                for part, value in zip(parts / parts.sum(), values):
                    mixed[n, own] += part * value[n, own]
        x = x + mixed @ w["out_weight"] + w["out_bias"]
        inner = norm(x, w["ln_2_gain"], w["ln_2_bias"]) @ w["fc_weight"] + w["fc_bias"]
        inner = inner * 0.5 * (1 + np.tanh(math.sqrt(2 / math.pi) * (inner + 0.044715 * inner**3)))
        x = x + inner @ w["proj_weight"] + w["proj_bias"]
    return norm(x, weights["ln_f_gain"], weights["ln_f_bias"]) @ weights["token_embedding"].T


def forward_cached(tokens, cache, weights, heads):
    """tokens: (batch, new); cache: (layers, 2, batch, heads, past, size). Returns logits and the longer cache."""
    layers, _, batch, _, length, size = cache.shape
    flat = cache.transpose(0, 1, 4, 2, 3, 5).reshape(layers, 2, length, batch, heads * size)
    past = [[list(part) for part in layer] for layer in flat]
    logits = [step(tokens[:, i], length + i, past, weights, heads) for i in range(tokens.shape[1])]
    longer = np.array(past).reshape(layers, 2, -1, batch, heads, size).transpose(0, 1, 3, 4, 2, 5)
    return np.stack(logits, axis=1), longer
