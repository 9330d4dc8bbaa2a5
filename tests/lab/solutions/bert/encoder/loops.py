"""The encoder with loops over sequences, heads and queries."""
import math

import numpy as np


def normalized(row, gain, bias):
    """row, gain, bias: (hidden,). Returns (hidden,)."""
    mean = math.fsum(row) / len(row)
    deviation = math.sqrt(math.fsum((v - mean) ** 2 for v in row) / len(row) + 1e-12)
    return np.array([g * (v - mean) / deviation + b for v, g, b in zip(row, gain, bias)])


def encoder(x, mask, weights, heads):
    """x: (batch, length, hidden); mask: (batch, length). Returns (batch, length, hidden)."""
    out = x.copy()
    size = x.shape[2] // heads
    for layer in range(len(weights["query"])):
        w = {name: values[layer] for name, values in weights.items()}
        for n in range(len(out)):
            h = out[n]
            q, k, v = (h @ w[name] + w[name + "_bias"] for name in ("query", "key", "value"))
            tokens = [j for j in range(len(h)) if mask[n, j]]
            new = np.empty(h.shape)
            for i in range(len(h)):
                joined = np.zeros(h.shape[1])
                for head in range(heads):
                    part = slice(head * size, (head + 1) * size)
                    scores = [q[i, part] @ k[j, part] / math.sqrt(size) for j in tokens]
                    shares = [math.exp(score - max(scores)) for score in scores]
                    for share, j in zip(shares, tokens):
                        joined[part] += share / math.fsum(shares) * v[j, part]
                a = normalized(h[i] + joined @ w["output"] + w["output_bias"], w["attention_gain"], w["attention_bias"])
                z = a @ w["inner"] + w["inner_bias"]
                z = np.array([u * (1 - 0.5 * math.erfc(u / math.sqrt(2))) for u in z])
                new[i] = normalized(a + z @ w["outer"] + w["outer_bias"], w["final_gain"], w["final_bias"])
            out[n] = new
    return out
