"""pass@k with Python's whole numbers, which have no largest."""
from fractions import Fraction
from math import comb

import numpy as np


def pass_at_k(n, c, k):
    """n, c: (problems,). Returns (problems,)."""
    rows = [(int(samples), int(right)) for samples, right in zip(n, c)]
    return np.array([float(1 - Fraction(comb(samples - right, k), comb(samples, k))) for samples, right in rows])
