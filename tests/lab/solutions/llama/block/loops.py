"""The block head by head and position by position."""
import math

import numpy as np


def norm(row, gain):
    return row / math.sqrt(math.fsum(value * value for value in row) / len(row) + 1e-6) * gain


def turned(row, position, theta):
    result, half = np.zeros(len(row)), len(row) // 2
    for i in range(half):
        angle = position * theta ** (-2 * i / len(row))
        result[i] = row[i] * math.cos(angle) - row[i + half] * math.sin(angle)
        result[i + half] = row[i] * math.sin(angle) + row[i + half] * math.cos(angle)
    return result


def block(x, weights, heads, theta):
    """x: (batch, time, width). Returns the same shape."""
    batch, time, width = x.shape
    size, result = width // heads, np.zeros(x.shape)
    for n in range(batch):
        read = [norm(x[n, t], weights["attention_norm"]) for t in range(time)]
        q, k, v = ([row @ weights[name] for row in read] for name in ("query", "key", "value"))
        for t in range(time):
            joined = np.zeros(width)
            for h in range(heads):
                part = slice(h * size, (h + 1) * size)
                query = turned(q[t][part], t, theta)
                scores = [float(query @ turned(k[s][part], s, theta)) / math.sqrt(size) for s in range(t + 1)]
                shares = [math.exp(score - max(scores)) for score in scores]
                joined[part] = sum(share * v[s][part] for s, share in enumerate(shares)) / math.fsum(shares)
            stream = x[n, t] + joined @ weights["output"]
            again = norm(stream, weights["feed_forward_norm"])
            gate = again @ weights["gate"]
            swish = np.array([z / (1 + math.exp(-z)) for z in gate])
            result[n, t] = stream + (swish * (again @ weights["up"])) @ weights["down"]
    return result
