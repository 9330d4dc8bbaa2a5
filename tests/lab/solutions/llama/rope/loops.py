"""The rotation pair by pair."""
import math

import numpy as np


def rope(x, positions, theta, pairing):
    """x: (batch, heads, time, size). Returns the shape of x."""
    result, size = np.zeros(x.shape), x.shape[-1]
    for at in np.ndindex(*x.shape[:-1]):
        for pair in range(size // 2):
            one, other = (2 * pair, 2 * pair + 1) if pairing == "neighbours" else (pair, pair + size // 2)
            angle = float(positions[at[-1]]) / theta ** (2 * pair / size)
            a, b = x[at][one], x[at][other]
            result[at][one] = a * math.cos(angle) - b * math.sin(angle)
            result[at][other] = a * math.sin(angle) + b * math.cos(angle)
    return result
