"""Attention with shared keys and values, head by head and position by position."""
import math

import numpy as np


def attend(x, wq, wk, wv, wo, heads, kv_heads):
    """x: (batch, time, width). Returns output and cache."""
    batch, time, _ = x.shape
    size = wq.shape[1] // heads
    output, cache = np.zeros(x.shape), np.zeros((2, batch, kv_heads, time, size))
    for n in range(batch):
        for g in range(kv_heads):
            columns = slice(g * size, (g + 1) * size)
            cache[0, n, g], cache[1, n, g] = x[n] @ wk[:, columns], x[n] @ wv[:, columns]
        for t in range(time):
            joined = []
            for h in range(heads):
                query = x[n, t] @ wq[:, h * size : (h + 1) * size]
                g = h * kv_heads // heads
                scores = [float(query @ cache[0, n, g, s]) / math.sqrt(size) for s in range(t + 1)]
                exponentials = [math.exp(score - max(scores)) for score in scores]
                joined.append(sum(e / sum(exponentials) * cache[1, n, g, s] for s, e in enumerate(exponentials)))
            output[n, t] = np.concatenate(joined) @ wo
    return output, cache
