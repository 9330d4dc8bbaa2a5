"""Attention with a cache, token by token."""
import math

import numpy as np


def attend_cached(q, k, v, cache, theta):
    """q, k, v: (batch, heads, new, size). Returns (output, cache)."""
    (batch, heads, new, size), past = q.shape, cache.shape[3]
    grown = np.zeros((2, batch, heads, past + new, size))
    grown[:, :, :, :past] = cache
    output = np.zeros(q.shape)

    def turned(row, position):
        result = np.zeros(size)
        for i in range(size // 2):
            angle, j = position / theta ** (2 * i / size), i + size // 2
            result[i] = row[i] * math.cos(angle) - row[j] * math.sin(angle)
            result[j] = row[i] * math.sin(angle) + row[j] * math.cos(angle)
        return result

    for n in range(batch):
        for h in range(heads):
            for t in range(new):
                grown[0, n, h, past + t] = turned(k[n, h, t], past + t)
                grown[1, n, h, past + t] = v[n, h, t]
                query = turned(q[n, h, t], past + t)
                scores = [float(query @ grown[0, n, h, s]) / math.sqrt(size) for s in range(past + t + 1)]
                parts = [math.exp(score - max(scores)) for score in scores]
                for s, part in enumerate(parts):
                    output[n, h, t] += part / math.fsum(parts) * grown[1, n, h, s]
    return output, grown
