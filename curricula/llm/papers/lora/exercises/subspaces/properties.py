"""Fresh adapters with directions in common, and laws of their similarity."""
from __future__ import annotations

import numpy as np


def adapter(rng, r, width_in, shared=None):
    """(r, in): singular values well apart, rows mixed. shared: directions (n, in) that become its strongest ones, nearly."""
    base = rng.normal(size=(width_in, width_in))
    if shared is not None:
        base[:, : len(shared)] = shared.T + 0.15 * base[:, : len(shared)] / np.sqrt(width_in)
    directions = np.linalg.qr(base)[0][:, :r].T
    strengths = 3.0 * 0.6 ** np.arange(r)
    return np.linalg.qr(rng.normal(size=(r, r)))[0] * strengths @ directions


def cases(rng):
    """Yields (label, arguments): a1 (r1, in), a2 (r2, in)."""
    one = adapter(rng, 3, 7)
    yield "two ranks, a direction in common", {"a1": one, "a2": adapter(rng, 5, 7, shared=np.linalg.svd(one)[2][:1])}
    yield "the same rank", {"a1": adapter(rng, 4, 9), "a2": adapter(rng, 4, 9)}
    other = adapter(rng, 4, 6)
    yield "the smaller one second", {"a1": other, "a2": adapter(rng, 2, 6, shared=np.linalg.svd(other)[2][1:3])}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (a1, a2) -> (r1, r2)."""
    a1, a2 = adapter(rng, 3, 8), adapter(rng, 4, 8)
    found = np.asarray(solve(a1, a2), dtype=float)
    if found.shape != (3, 4):
        yield f"For ranks 3 and 4 the result has shape {found.shape}; (3, 4) is right."
        return
    if found.min() < -1e-4 or found.max() > 1 + 1e-4:
        yield f"A similarity is {found.max() if found.max() > 1 else found.min():.4g}; it lies between 0 and 1."
        return
    own = np.diagonal(np.asarray(solve(a1, a1), dtype=float))
    if not np.allclose(own, 1.0, atol=1e-3):
        yield f"An adapter with itself must have the similarity 1 for the same number of directions; {np.round(own, 3)} came back."
        return
    inside = np.asarray(solve(a1, a1), dtype=float)
    if not np.allclose(inside, 1.0, atol=1e-3):
        yield f"The first i directions of an adapter lie in its first j, or the other way round, so its table with itself is all ones; at i = 1, j = 3 stands {inside[0, 2]:.4g}."
        return
    if not np.allclose(np.asarray(solve(a2, a1), dtype=float), found.T, atol=1e-3):
        yield "With the adapters exchanged the table must be transposed."
    if not np.allclose(np.asarray(solve(5.0 * a1, a2), dtype=float), found, atol=1e-3):
        yield "With one adapter five times as large the similarity must stay."
    turned = np.linalg.qr(rng.normal(size=(3, 3)))[0] @ a1
    if not np.allclose(np.asarray(solve(turned, a2), dtype=float), found, atol=1e-3):
        yield "With the rows of A mixed by a rotation its strongest directions stay, and so must the similarity."
        return
    mixed = np.asarray(solve(rng.normal(size=(3, 3)) @ a1, a2), dtype=float)[-1, -1]
    if abs(mixed - found[-1, -1]) > 1e-3:
        yield "With all directions of both the similarity depends on the spaces alone; it changed when the rows of A were mixed."
    apart = np.asarray(solve(np.eye(6)[:2] * np.array([[2.0], [1.0]]), np.eye(6)[3:5] * np.array([[2.0], [1.0]])), dtype=float)
    if not np.allclose(apart, 0.0, atol=1e-4):
        yield "Spaces at right angles must have the similarity 0."


def picture(solve, rng):
    """The table of two adapters with a direction in common."""
    one = adapter(rng, 8, 32)
    other = adapter(rng, 16, 32, shared=np.linalg.svd(one)[2][:1])
    table = np.asarray(solve(one, other), dtype=float)
    return {
        "kind": "heat", "title": "Similarity of rank 8 and rank 16 with one direction in common",
        "series": [{"name": "phi", "values": table.tolist()}], "x": "j", "y": "i",
    }
