"""The similarity from eigenvectors of A Aᵀ, entry by entry."""
import numpy as np


def directions(a):
    """The right singular vectors of a, strongest first."""
    squares, vectors = np.linalg.eigh(a @ a.T)
    return [vectors[:, at] @ a / np.sqrt(squares[at]) for at in range(len(a))][::-1]


def similarity(a1, a2):
    """a1: (r1, in); a2: (r2, in). Returns (r1, r2)."""
    one, other = directions(a1), directions(a2)
    result = np.zeros((len(one), len(other)))
    for i in range(len(one)):
        for j in range(len(other)):
            total = sum(float(u @ w) ** 2 for u in one[: i + 1] for w in other[: j + 1])
            result[i, j] = total / min(i + 1, j + 1)
    return result
