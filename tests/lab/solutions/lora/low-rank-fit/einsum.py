"""The best update by projection onto the eigenvectors of delta transposed times delta."""
import numpy as np


def fit(delta, r):
    """delta: (out, in). Returns update, error, captured, rank."""
    squares, vectors = np.linalg.eigh(np.einsum("oi,oj->ij", delta, delta))
    top = vectors[:, ::-1][:, :r]
    update = np.einsum("oi,ir,jr->oj", delta, top, top)
    error = np.linalg.norm(delta - update)
    share = (update**2).sum() / (delta**2).sum()
    return {"update": update, "error": error, "captured": share, "rank": int(np.linalg.matrix_rank(delta, tol=1e-6 * np.sqrt(squares[-1])))}
