"""Dense or banded attention, position by position."""
import math

import numpy as np


def attend(q, k, v, layer, window):
    """q, k, v: (batch, heads, time, size). Returns the shape of v."""
    output, (batch, heads, time, size) = np.zeros(v.shape), q.shape
    for n, h, t in np.ndindex(batch, heads, time):
        first = max(0, t - window + 1) if layer % 2 else 0
        scores = [float(q[n, h, t] @ k[n, h, s]) / math.sqrt(size) for s in range(first, t + 1)]
        parts = [math.exp(score - max(scores)) for score in scores]
        for s, part in enumerate(parts, start=first):
            output[n, h, t] += part / math.fsum(parts) * v[n, h, s]
    return output
