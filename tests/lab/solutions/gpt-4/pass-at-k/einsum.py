"""pass@k as k draws, one after the other: the chance that each hits a wrong one again."""
import numpy as np


def pass_at_k(n, c, k):
    """n, c: (problems,). Returns (problems,)."""
    drawn = np.arange(k)
    wrong = np.maximum((n - c)[:, None] - drawn, 0)
    return 1.0 - np.prod(wrong / (n[:, None] - drawn), axis=1)
