"""A block of GPT-2, one position and one head at a time."""
import math

import numpy as np


def norm(row, gain, bias):
    """row, gain, bias: (width,). Returns (width,)."""
    mean = sum(row) / len(row)
    variance = sum((v - mean) ** 2 for v in row) / len(row)
    return np.array([(v - mean) / math.sqrt(variance + 1e-5) for v in row]) * gain + bias


def gelu(v):
    return 0.5 * v * (1 + math.tanh(math.sqrt(2 / math.pi) * (v + 0.044715 * v * v * v)))


def pre_ln_block(x, weights, heads):
    """x: (batch, time, width). Returns (batch, time, width)."""
    w, result = weights, np.empty(x.shape)
    batch, time, width = x.shape
    size = width // heads
    for n in range(batch):
        qkv = [norm(x[n, t], w["ln_1_gain"], w["ln_1_bias"]) @ w["qkv_weight"] + w["qkv_bias"] for t in range(time)]
        for t in range(time):
            mixed = np.zeros(width)
            for h in range(heads):
                own = slice(h * size, (h + 1) * size)
                query = qkv[t][:width][own]
                scores = [query @ qkv[s][width : 2 * width][own] / math.sqrt(size) for s in range(t + 1)]
                top = max(scores)
                parts = [math.exp(score - top) for score in scores]
                for s in range(t + 1):
                    mixed[own] += parts[s] / sum(parts) * qkv[s][2 * width :][own]
            row = x[n, t] + mixed @ w["out_weight"] + w["out_bias"]
            inner = norm(row, w["ln_2_gain"], w["ln_2_bias"]) @ w["fc_weight"] + w["fc_bias"]
            result[n, t] = row + np.array([gelu(v) for v in inner]) @ w["proj_weight"] + w["proj_bias"]
    return result
