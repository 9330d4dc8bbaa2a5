"""Fresh batches of several tasks, and laws of serving them."""
from __future__ import annotations

import numpy as np


def batch(rng, ids, tokens, width_in, out, ranks):
    return {
        "x": rng.normal(size=(len(ids), tokens, width_in)),
        "weight": rng.normal(size=(out, width_in)),
        "adapters": [
            {"a": rng.normal(size=(r, width_in)), "b": rng.normal(size=(out, r)), "alpha": float(alpha)}
            for r, alpha in zip(ranks, rng.permutation([3.0, 8.0, 5.0, 1.5])[: len(ranks)])
        ],
        "ids": np.array(ids),
    }


def cases(rng):
    """Yields (label, arguments): x (batch, tokens, in), weight (out, in), adapters, ids (batch,)."""
    yield "three tasks and none", batch(rng, [2, 0, -1, 1, 2], 3, 4, 6, [2, 3, 2])
    yield "a square layer", batch(rng, [1, -1, 0], 2, 5, 5, [2, 4])
    yield "nobody has an adapter", batch(rng, [-1, -1], 2, 3, 4, [1, 2])


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (x, weight, adapters, ids) -> (batch, tokens, out)."""
    given = batch(rng, [1, -1, 0, 2, 1], 3, 4, 6, [2, 3, 2])
    x, weight, adapters, ids = given.values()
    found = np.asarray(solve(*given.values()), dtype=float)
    if found.shape != (5, 3, 6):
        yield f"The result has shape {found.shape}; (5, 3, 6) is right."
        return
    none = np.asarray(solve(x, weight, adapters, np.full(5, -1)), dtype=float)
    if not np.allclose(none, x @ weight.T, atol=1e-4):
        yield "With -1 for all the result must be that of the frozen layer."
        return
    for task, adapter in enumerate(adapters):
        alone = np.asarray(solve(x, weight, adapters, np.full(5, task)), dtype=float)
        right = x @ (weight + adapter["alpha"] / len(adapter["a"]) * adapter["b"] @ adapter["a"]).T
        if not np.allclose(alone, right, atol=1e-3):
            yield f"With the adapter {task} for all the result must be that of W + (α/r) B A, with its own α and rank."
            return
    for at in range(5):
        single = np.asarray(solve(x[at : at + 1], weight, adapters, ids[at : at + 1]), dtype=float)
        if not np.allclose(single[0], found[at], atol=1e-4):
            yield f"Example {at} gives something else in the batch than alone."
            return
