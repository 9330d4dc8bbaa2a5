"""The gated network unit by unit."""
import math

import numpy as np


def swiglu(x, gate, up, down):
    """x: (..., width). Returns (..., width)."""
    result = np.zeros(x.shape)
    for at in np.ndindex(*x.shape[:-1]):
        for unit in range(gate.shape[1]):
            z = math.fsum(a * g for a, g in zip(x[at], gate[:, unit]))
            y = math.fsum(a * u for a, u in zip(x[at], up[:, unit]))
            result[at] += z / (1 + math.exp(-z)) * y * down[unit]
    return result
