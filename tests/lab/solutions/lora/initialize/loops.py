"""The start of an adapter, number by number."""
import numpy as np


def initialize(out, width_in, r, sigma, rng):
    """Returns (a, b)."""
    a = [[rng.normal(0.0, sigma) for _ in range(width_in)] for _ in range(r)]
    return np.array(a), np.array([[0.0] * r for _ in range(out)])
