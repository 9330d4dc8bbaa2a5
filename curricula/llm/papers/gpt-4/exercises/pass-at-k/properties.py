"""Fresh inputs and laws for pass@k."""
from __future__ import annotations

from itertools import combinations

import numpy as np


def inputs(rng, samples, k):
    """Arguments with these numbers of samples; one problem is never solved and one always."""
    n = np.array(samples)
    c = np.array([int(rng.integers(1, max(2, many // 3))) for many in samples])
    c[0], c[-1] = 0, n[-1]
    return {"n": n, "c": c, "k": k}


def cases(rng):
    """Yields (label, arguments): n and c (problems,), k."""
    yield "ten samples, five drawn", inputs(rng, [10, 10, 10, 10, 10], 5)
    yield "one drawn", inputs(rng, [8, 20, 15, 12], 1)
    yield "all drawn", inputs(rng, [6, 6, 6], 6)
    yield "different numbers of samples", inputs(rng, [12, 30, 7, 19, 9], 4)
    yield "few wrong ones", {"n": np.array([9, 9, 9]), "c": np.array([6, 7, 3]), "k": 3}
    yield "a thousand samples", {"n": np.array([1000, 1000, 1000]), "c": np.array([2, 7, int(rng.integers(10, 15))]), "k": 200}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (n, c, k) -> (problems,)."""
    n, c = np.array([8, 8, 8, 8]), np.array([0, 2, 5, 8])
    found = {k: np.asarray(solve(n, c, k), dtype=float) for k in (1, 3, 8)}
    if any(one.shape != (4,) for one in found.values()):
        yield f"The result has shape {found[1].shape}; one number for each problem, (4,), is right."
        return
    if not np.allclose(found[1], c / n, atol=1e-5):
        yield f"With k = 1 the result is c/n, {np.array2string(c / n, precision=3)}; yours is {np.array2string(found[1], precision=3)}."
        return
    if not np.allclose(found[8], c > 0, atol=1e-5):
        yield "With k = n all samples are drawn, so the result is 1 where any is right and 0 elsewhere."
        return
    counted = []
    for many, right in zip(n, c):
        tries = list(combinations(range(many), 3))
        counted.append(sum(any(at < right for at in one) for one in tries) / len(tries))
    if not np.allclose(found[3], counted, atol=1e-5):
        yield (
            f"Of all ways to choose 3 of 8 samples of which 2 are right, {counted[1]:.4g} hold a right one; yours is {found[3][1]:.4g}."
        )
