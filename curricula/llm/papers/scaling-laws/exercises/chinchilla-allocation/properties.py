"""Fresh constants and budgets, and laws of the allocation."""
from __future__ import annotations

import math

PRINTED = {"e": 1.69, "a": 406.4, "b": 410.7, "alpha": 0.34, "beta": 0.28}


def constants(rng):
    return {
        "e": float(rng.uniform(1.5, 2.0)), "a": float(rng.uniform(200, 900)), "b": float(rng.uniform(1000, 3000)),
        "alpha": float(rng.uniform(0.28, 0.33)), "beta": float(rng.uniform(0.35, 0.42)),
    }


def cases(rng):
    """Yields (label, arguments): compute, e, a, b, alpha, beta."""
    yield "the budget of Gopher", {"compute": 5.76e23, **PRINTED}
    yield "the printed constants", {"compute": float(10.0 ** rng.uniform(18, 23)), **PRINTED}
    for _ in range(2):
        yield "other constants", {"compute": float(10.0 ** rng.uniform(18, 24)), **constants(rng)}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (compute, e, a, b, alpha, beta) -> dict."""
    fixed, compute = constants(rng), float(10.0 ** rng.uniform(19, 23))
    e, a, b, alpha, beta = fixed.values()
    found = solve(compute, *fixed.values())
    for name in ("parameters", "tokens", "loss"):
        if name not in found:
            yield f"The dict has no {name}."
            return
    size, tokens, loss = (float(found[name]) for name in ("parameters", "tokens", "loss"))
    if not all(math.isfinite(one) and one > 0 for one in (size, tokens, loss)):
        yield "All three numbers must be finite and above 0."
        return
    if not near(6 * size * tokens, compute):
        yield f"6 N D is {6 * size * tokens:.4g} FLOPs; the compute is {compute:.4g}."
        return
    if not near(loss, e + a / size**alpha + b / tokens**beta, 1e-4):
        yield f"At your size and tokens the loss is {e + a / size**alpha + b / tokens**beta:.4f}; you say {loss:.4f}."
        return
    marginal = alpha * a / size**alpha / (beta * b / tokens**beta)
    if not near(marginal, 1.0, 1e-2):
        better = "more parameters and fewer tokens" if marginal > 1 else "fewer parameters and more tokens"
        yield f"The loss is not at its minimum: with the same compute, {better} would lower it."
        return
    moved = solve(compute, e + 0.5, a, b, alpha, beta)
    if not (near(float(moved["parameters"]), size) and near(float(moved["loss"]), loss + 0.5, 1e-4)):
        yield "A larger e must raise the loss by as much and change nothing else."
    even = solve(compute, e, a, a, alpha, alpha)
    if not near(float(even["parameters"]), float(even["tokens"])):
        yield "With the same constants for size and data, N and D must be equal."


def near(value, right, share=2e-3):
    return abs(value - right) <= share * abs(right)
