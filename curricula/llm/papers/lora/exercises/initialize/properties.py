"""Adapters of several sizes, statistics of many starts, and laws."""
from __future__ import annotations

import numpy as np

NUMBERS = 24_000  # of A in each case: all statistics then move by less than 0.05 at six deviations


def cases(rng):
    """Yields (label, arguments): out, width_in, r, sigma, rng."""
    for out, width_in, r, sigma in ((12, 80, 4, 0.02), (7, 30, 5, 1.5)):
        source = np.random.default_rng(int(rng.integers(2**32)))
        yield f"rank {r}, sigma {sigma:g}", {"out": out, "width_in": width_in, "r": r, "sigma": sigma, "rng": source}


def observe(solve, arguments):
    """Statistics of A over its sigma, and the largest number of B."""
    out, width_in, r, sigma, rng = arguments.values()
    drawn, largest = [], 0.0
    for _ in range(NUMBERS // (r * width_in)):
        a, b = (np.asarray(one, dtype=float) for one in solve(out, width_in, r, sigma, rng))
        if a.shape != (r, width_in) or b.shape != (out, r):
            return {"shapes": f"{a.shape} {b.shape}", "mean": 0.0, "deviation": 0.0, "near": 0.0, "far": 0.0, "rows": 0.0, "angles": 0.0, "calls": 0.0, "b": 0.0}
        drawn.append(a / sigma)
        largest = max(largest, float(np.abs(b).max()) / sigma)
    drawn = np.stack(drawn)
    return {
        "shapes": "",
        "mean": float(drawn.mean()),
        "deviation": float(np.minimum(drawn.std(), 100.0)),
        "near": float((np.abs(drawn) < 0.5 * drawn.std()).mean()),
        # Shares beyond 2.4 deviations and squared angles of two rows, by factors that make of a fault more than the tolerance and of chance less.
        "far": 9.0 * float((np.abs(drawn) > 2.4 * drawn.std()).mean()),
        "angles": 0.13 * float(((drawn[:, 1:] * drawn[:, :-1]).sum(axis=-1) ** 2).mean() / width_in / max(drawn.var(), 1e-12) ** 2),
        "rows": float((drawn[:, 1:] * drawn[:, :-1]).mean() / max(drawn.var(), 1e-12)),
        "calls": float((drawn[1:] * drawn[:-1]).mean() / max(drawn.var(), 1e-12)),
        "b": min(largest, 1.0),
    }


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (out, width_in, r, sigma, rng) -> (a, b)."""
    def run(seed):
        return [np.asarray(one, dtype=float) for one in solve(6, 50, 4, 0.5, np.random.default_rng(seed))]

    result = run(1)
    if len(result) != 2:
        yield f"{len(result)} values came back; two are wanted: (a, b)."
        return
    a, b = result
    if a.shape != (4, 50) or b.shape != (6, 4):
        yield f"a has shape {a.shape} and b {b.shape}; for 6 outputs, 50 inputs and r = 4, (4, 50) and (6, 4) are right."
        return
    if not np.allclose(b @ a, 0.0, atol=1e-9):
        yield "The update B A is not 0: the training must start from the pretrained model."
    elif not a.any() and not b.any():
        yield "A and B are both 0, and so are their gradients: nothing would learn."
    if a.any() or b.any():
        again, other = run(1), run(2)
        if not all(np.array_equal(one, two) for one, two in zip(result, again)):
            yield "The same rng gave other numbers: take all randomness from rng."
        elif all(np.array_equal(one, two) for one, two in zip(result, other)):
            yield "Another rng gave the same numbers: take all randomness from rng."
    if a.any() and np.linalg.matrix_rank(a) < 4:
        yield f"A has the rank {np.linalg.matrix_rank(a)}; its four rows must be drawn independently."
    for sigma in (0.5, 3.0):
        many = np.asarray(solve(4, 500, 40, sigma, np.random.default_rng(3))[0], dtype=float)
        if not a.any() or many.shape != (40, 500):
            return
        if abs(many.mean()) > 0.06 * sigma:
            yield f"With sigma {sigma:g} the mean of A's numbers is {many.mean():.4g}; it must be 0."
            return
        if abs(many.std() / sigma - 1) > 0.05:
            yield f"With sigma {sigma:g} the numbers of A have the standard deviation {many.std():.4g}; {sigma:g} is right, whatever the shape of A."
            return
