"""The best update by deflation: the strongest pair of vectors by power iteration, one after the other."""
import math

import numpy as np


def fit(delta, r):
    """delta: (out, in). Returns update, error, captured, rank."""
    rest, found = np.array(delta, dtype=float), []
    for _ in range(min(delta.shape)):
        # Start from the largest row; enough rounds for values that lie near each other.
        vector = rest[np.abs(rest).sum(axis=1).argmax()].copy()
        if not np.linalg.norm(vector) > 1e-9:
            break
        for _ in range(500):
            vector = rest.T @ (rest @ vector)
            vector /= math.sqrt(sum(value * value for value in vector))
        part = np.outer(rest @ vector, vector)
        found.append((math.sqrt(float((part**2).sum())), part))
        rest = rest - part
    total = sum(value**2 for value, _ in found)
    kept = sum((part for _, part in found[:r]), np.zeros(delta.shape))
    left = sum(value**2 for value, _ in found[r:])
    rank = sum(1 for value, _ in found if value > 1e-6 * found[0][0])
    return {"update": kept, "error": math.sqrt(left), "captured": 1 - left / total, "rank": rank}
