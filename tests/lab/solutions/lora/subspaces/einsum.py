"""The similarity as the trace of a product of projections."""
import numpy as np


def similarity(a1, a2):
    """a1: (r1, in); a2: (r2, in). Returns (r1, r2)."""
    def projections(a):
        u = np.linalg.svd(a)[2][: len(a)]
        return np.cumsum(np.einsum("ri,rj->rij", u, u), axis=0)

    traces = np.einsum("aij,bji->ab", projections(a1), projections(a2))
    return traces / np.minimum.outer(np.arange(1, len(a1) + 1), np.arange(1, len(a2) + 1))
