"""Fresh inputs and laws for the parallel block."""
from __future__ import annotations

import numpy as np


def inputs(rng, batch, time, width, heads, size, inner, theta):
    """Arguments of these sizes; both branches weigh about as much as x."""
    def weight(rows, columns):
        return rng.normal(size=(rows, columns)) * np.sqrt(1.5 / rows)

    weights = {
        "gain": rng.uniform(0.6, 1.4, size=width),
        "query": weight(width, heads * size), "key": weight(width, size), "value": weight(width, size),
        "output": weight(heads * size, width),
        "gate": weight(width, inner), "up": weight(width, inner), "down": weight(inner, width),
    }
    x = 0.4 + 1.3 * rng.normal(size=(batch, time, width))
    return {"x": x, "weights": weights, "heads": heads, "theta": theta}


def far_below(rng):
    """Two positions whose scores are all about -12,000, so that a mask of -1000 hides nothing.

    The keys are nearly the same and lie in the pair that hardly turns: no score is far from another.
    """
    given = inputs(rng, 1, 2, 6, 2, 4, 8, 1e6)
    x, weights = given["x"], given["weights"]
    weights["key"][:, :2] = 0.0
    read = (x[0, 0] - x[0, 0].mean()) / x[0, 0].std() * weights["gain"]
    # The first key is made (2, 1) in its slow pair.
    weights["key"] += np.outer(read / (read @ read), np.array([0.0, 0.0, 2.0, 1.0]) - read @ weights["key"])
    weights["query"] = -4800.0 * np.tile(weights["key"], 2)
    x[0, 1] = x[0, 0] + 0.005 * rng.normal(size=6)
    return given


def cases(rng):
    """Yields (label, arguments): x (batch, time, width), weights, heads, theta."""
    yield "two heads", inputs(rng, 2, 4, 6, 2, 4, 9, 10000.0)
    yield "three heads, a small theta", inputs(rng, 1, 6, 8, 3, 6, 12, 20.0)
    yield "one head", inputs(rng, 2, 3, 5, 1, 4, 7, 100.0)
    yield "one position", inputs(rng, 1, 1, 6, 2, 2, 8, 10000.0)
    tiny = inputs(rng, 1, 3, 6, 1, 2, 8, 100.0)
    yield "a tiny stream", {**tiny, "x": 5e-3 * tiny["x"]}
    yield "scores of some thousands below 0", far_below(rng)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (x, weights, heads, theta) -> like x."""
    x, weights, heads, theta = inputs(rng, 1, 4, 6, 2, 4, 8, 100.0).values()
    y = np.asarray(solve(x, weights, heads, theta))
    if y.shape != x.shape:
        yield f"The result has shape {y.shape}; it is that of x, {x.shape}."
        return

    def without(*names):
        silent = {**weights, **{name: np.zeros_like(weights[name]) for name in names}}
        return np.asarray(solve(x, silent, heads, theta))

    if not np.allclose(without("output", "down"), x, atol=1e-5):
        yield "Where output and down are 0, neither branch adds anything and the result is x; yours is something else."
        return
    changed = x.copy()
    changed[:, -1] = rng.normal(size=6)
    if not np.allclose(np.asarray(solve(changed, weights, heads, theta))[:, :-1], y[:, :-1], atol=1e-5):
        yield "The last position changed the result of earlier ones. A position sees itself and those before it."
        return
    attention, mlp = without("down") - x, without("output") - x
    if not np.allclose(y, x + attention + mlp, atol=1e-4):
        yield (
            "The block is not x plus its attention plus its MLP, each taken with the other one silent. In a parallel block neither "
            "sees the other's result."
        )
        return
    shifted = np.asarray(solve(x + 2.0, weights, heads, theta)) - 2.0
    if not np.allclose(shifted, y, atol=1e-3):
        yield "A constant that is added to all features of x comes back changed. Layer normalization subtracts the mean before both branches."
        return
    closed = {**weights, "gate": np.zeros_like(weights["gate"]), "output": np.zeros_like(weights["output"])}
    if not np.allclose(np.asarray(solve(x, closed, heads, theta)), x, atol=1e-4):
        yield "Where the gate's matrix is 0, Swish is 0 and the MLP adds nothing; yours adds something."
