"""Fresh inputs and laws for the prediction of the loss."""
from __future__ import annotations

import numpy as np


def inputs(rng, runs, noise):
    """Runs near a law, with compute from 1e-7 to 1e-1 of the large one."""
    a, b, c = rng.uniform(0.3, 0.6), -rng.uniform(0.12, 0.2), rng.uniform(0.7, 1.2)
    compute = np.logspace(-7, -1, runs) * rng.uniform(0.8, 1.2, size=runs)
    loss = a * compute**b + c
    order = rng.permutation(runs)
    return {"compute": compute[order], "loss": (loss * (1 + noise * rng.normal(size=runs)))[order]}


def cases(rng):
    """Yields (label, arguments): compute and loss (runs,)."""
    yield "seven runs on the law", inputs(rng, 7, 0.0)
    yield "ten runs near the law", inputs(rng, 10, 8e-3)
    yield "four runs on the law", inputs(rng, 4, 0.0)
    yield "twelve runs near the law", inputs(rng, 12, 2e-2)


def left(compute, loss, b):
    """The least sum of squared differences that a law with this exponent leaves."""
    table = np.stack([compute**b, np.ones(len(compute))], axis=1)
    return float(((table @ np.linalg.lstsq(table, loss, rcond=None)[0] - loss) ** 2).sum())


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (compute, loss) -> dict."""
    compute = np.logspace(-6, -2, 6)
    loss = 0.5 * compute**-0.1388 + 1.1
    result = solve(compute, loss)
    if not isinstance(result, dict) or set(result) != {"a", "b", "c", "prediction"}:
        yield "The result is a dict with the keys a, b, c and prediction."
        return
    found = {name: float(value) for name, value in result.items()}
    if not found["b"] < 0:
        yield f"b is {found['b']:.4g}. The loss falls with compute, so b is below 0."
        return
    for name, right in (("b", -0.1388), ("c", 1.1), ("a", 0.5), ("prediction", 1.6)):
        if not np.isclose(found[name], right, rtol=1e-2):
            yield f"Runs on the law 0.5 C^-0.1388 + 1.1 give {name} {found[name]:.4g}; {right} is right."
            return
    raised = float(solve(compute, loss + 1.0)["c"])
    if not np.isclose(raised, found["c"] + 1.0, rtol=1e-2):
        yield f"With 1 more in every loss c grew from {found['c']:.4g} to {raised:.4g}; it grows by 1."
        return
    steep = np.logspace(-3, -0.5, 6)
    got = float(solve(steep, 0.5 * steep**-1.1 + 1.1)["b"])
    if not np.isclose(got, -1.1, rtol=1e-2):
        yield f"Runs on the law 0.5 C^-1.1 + 1.1 give b {got:.4g}; -1.1 is right. The exponent may lie anywhere between -2 and 0."
        return
    noisy = loss * (1 + 0.004 * np.array([1, -1, 0.5, -1.5, 1, -0.5]))
    result = {name: float(value) for name, value in solve(compute, noisy).items()}
    least = min(left(compute, noisy, b) for b in np.linspace(-0.3, -0.05, 251))
    yours = float(((result["a"] * compute ** result["b"] + result["c"] - noisy) ** 2).sum())
    if yours > 1.002 * least:
        yield f"The squared differences of the losses from your law add up to {yours:.5g} where {least:.5g} is possible. All runs count, each loss as it is, and b must be searched finely."
