"""Fresh updates with known singular values, and laws of the best approximation."""
from __future__ import annotations

import numpy as np


def matrix(rng, out, width_in, values):
    """A matrix with these singular values."""
    count = len(values)
    left = np.linalg.qr(rng.normal(size=(out, out)))[0][:, :count]
    right = np.linalg.qr(rng.normal(size=(width_in, width_in)))[0][:, :count]
    return left * np.array(values) @ right.T


def cases(rng):
    """Yields (label, arguments): delta (out, in), r."""
    steps = lambda count: np.cumprod(np.append(4.0, rng.uniform(0.5, 0.75, size=count - 1)))
    yield "more rows than columns", {"delta": matrix(rng, 8, 5, steps(5)), "r": 2}
    yield "a square matrix of rank 4", {"delta": matrix(rng, 6, 6, steps(4)), "r": 2}
    yield "more columns than rows", {"delta": matrix(rng, 4, 7, steps(4)), "r": 1}
    yield "a tiny update of rank 3", {"delta": 1e-7 * matrix(rng, 5, 6, steps(3)), "r": 1}
    yield "the rank is enough", {"delta": matrix(rng, 5, 6, steps(2)), "r": 3}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (delta, r) -> dict."""
    values = np.array([3.0, 2.0, 1.0, 0.5])
    delta = matrix(rng, 7, 5, values)
    found = solve(delta, 2)
    for name in ("update", "error", "captured", "rank"):
        if name not in found:
            yield f"The dict has no {name}."
            return
    update = np.asarray(found["update"], dtype=float)
    if update.shape != delta.shape:
        yield f"update has shape {update.shape}; {delta.shape}, that of delta, is right."
        return
    rank = int((np.linalg.svd(update, compute_uv=False) > 1e-4).sum())
    if rank > 2:
        yield f"The update has the rank {rank}; r is 2."
        return
    distance = float(np.linalg.norm(delta - update))
    if distance > np.sqrt(1.25) * (1 + 1e-3):
        yield f"The update lies {distance:.4g} from delta; the best of rank 2 lies {np.sqrt(1.25):.4g} from it, the root of the squares left out."
        return
    if abs(float(found["error"]) - distance) > 1e-3:
        yield f"The update lies {distance:.4g} from delta by the Frobenius norm; you say {float(found['error']):.4g}."
    if abs(float(found["captured"]) - (1 - distance**2 / float((delta**2).sum()))) > 1e-3:
        yield f"The squared norm left out is {distance**2 / float((delta**2).sum()):.4g} of delta's; captured must be the rest."
    if int(found["rank"]) != 4:
        yield f"delta was built of four singular values above 0; you say its rank is {found['rank']}."
    if not np.allclose(np.asarray(solve(delta.T, 2)["update"]), update.T, atol=1e-3):
        yield "The transposed matrix must have the transposed update."
    whole = solve(delta, 4)
    if not np.allclose(np.asarray(whole["update"]), delta, atol=1e-3):
        yield "With r as large as the rank of delta the update must be delta."
