"""A block of GPT-1, one position and one head at a time."""
import math

import numpy as np


def norm(row, gain, bias):
    """row, gain, bias: (width,). Returns (width,)."""
    mean = math.fsum(row) / len(row)
    deviation = math.sqrt(math.fsum((v - mean) ** 2 for v in row) / len(row) + 1e-5)
    return np.array([gain[i] * (row[i] - mean) / deviation + bias[i] for i in range(len(row))])


def gelu(v):
    return 0.5 * v * (1 + math.tanh(math.sqrt(2 / math.pi) * (v + 0.044715 * v * v * v)))


def decoder_block(x, weights, heads):
    """x: (batch, time, width). Returns (batch, time, width)."""
    w, result = weights, np.empty(x.shape)
    batch, time, width = x.shape
    size = width // heads
    for n in range(batch):
        query, key, value = np.split(x[n] @ w["qkv_weight"] + w["qkv_bias"], 3, axis=1)
        for t in range(time):
            mixed = []
            for h in range(heads):
                own = range(h * size, (h + 1) * size)
                scores = [sum(query[t, i] * key[s, i] for i in own) / math.sqrt(size) for s in range(t + 1)]
                parts = [math.exp(score - max(scores)) for score in scores]
                mixed += [sum(p * value[s, i] for s, p in enumerate(parts)) / sum(parts) for i in own]
            summed = x[n, t] + np.array(mixed) @ w["out_weight"] + w["out_bias"]
            middle = norm(summed, w["ln_1_gain"], w["ln_1_bias"])
            inner = np.array([gelu(v) for v in middle @ w["fc_weight"] + w["fc_bias"]])
            result[n, t] = norm(middle + inner @ w["proj_weight"] + w["proj_bias"], w["ln_2_gain"], w["ln_2_bias"])
    return result
