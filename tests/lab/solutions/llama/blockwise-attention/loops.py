"""Attention block by block, query by query, with plain numbers."""
import math

import numpy as np


def attend(q, k, v, size):
    """q, k, v: (batch, heads, time, width). Returns output, logsumexp, running."""
    batch, heads, time, width = q.shape
    blocks = -(-time // size)
    output, running = np.zeros(q.shape), np.zeros((blocks, batch, heads, time))
    for n, h, t in np.ndindex(batch, heads, time):
        top, total, mixed = -math.inf, 0.0, np.zeros(width)
        for at in range(blocks):
            for s in range(at * size, min(time, (at + 1) * size, t + 1)):
                score = math.fsum(a * b for a, b in zip(q[n, h, t], k[n, h, s])) / math.sqrt(width)
                if score > top:
                    factor = math.exp(top - score)
                    total, mixed, top = total * factor, mixed * factor, score
                share = math.exp(score - top)
                total, mixed = total + share, mixed + share * v[n, h, s]
            running[at, n, h, t] = top + math.log(total)
        output[n, h, t] = mixed / total
    return {"output": output, "logsumexp": running[-1], "running": running}
