"""Fresh merged matrices and adapters, and laws of switching."""
from __future__ import annotations

import numpy as np


def adapter(rng, out, width_in, r, alpha):
    return {"a": rng.normal(size=(r, width_in)), "b": rng.normal(size=(out, r)), "alpha": alpha}


def cases(rng):
    """Yields (label, arguments): weight (out, in), old and new: dicts of a (r, in), b (out, r), alpha, or empty."""
    yield "another task", {"weight": rng.normal(size=(6, 4)), "old": adapter(rng, 6, 4, 2, 8.0), "new": adapter(rng, 6, 4, 3, 3.6)}
    yield "a square matrix", {"weight": rng.normal(size=(5, 5)), "old": adapter(rng, 5, 5, 3, 1.5), "new": adapter(rng, 5, 5, 2, 5.0)}
    yield "merging the first one", {"weight": rng.normal(size=(3, 6)), "old": {}, "new": adapter(rng, 3, 6, 2, 16.0)}
    yield "back to the frozen matrix", {"weight": rng.normal(size=(4, 3)), "old": adapter(rng, 4, 3, 2, 5.0), "new": {}}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (weight, old, new) -> (out, in)."""
    weight = rng.normal(size=(5, 4))
    one, other, third = adapter(rng, 5, 4, 2, 3.0), adapter(rng, 5, 4, 3, 8.0), adapter(rng, 5, 4, 1, 2.0)

    def run(matrix, old, new):
        return np.asarray(solve(matrix, old, new), dtype=float)

    if run(weight, {}, {}).shape != (5, 4):
        yield f"The result has shape {run(weight, {}, {}).shape}; (5, 4), that of the matrix, is right."
        return
    if not np.allclose(run(weight, {}, {}), weight, atol=1e-4):
        yield "From no update to no update the matrix must stay."
        return
    merged = run(weight, {}, one)
    x = rng.normal(size=(6, 4))
    if not np.allclose(x @ merged.T, x @ weight.T + 3.0 / 2 * x @ one["a"].T @ one["b"].T, atol=1e-3):
        yield "The merged layer must give what the frozen layer and the scaled update give together (eq. (3))."
        return
    if not np.allclose(run(merged, one, {}), weight, atol=1e-3):
        yield "An update that is merged and taken out again must leave the frozen matrix."
        return
    if not np.allclose(run(merged, one, one), merged, atol=1e-3):
        yield "From a task to the same task the matrix must stay."
    there = run(merged, one, other)
    if not np.allclose(run(there, other, one), merged, atol=1e-3):
        yield "To another task and back must give the same matrix."
    elif not np.allclose(run(there, other, third), run(merged, one, third), atol=1e-3):
        yield "Over another task and directly must give the same matrix."
