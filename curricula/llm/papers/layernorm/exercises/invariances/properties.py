"""Fresh inputs for the three normalizations, and the cells of Table 1 as laws."""
from __future__ import annotations

import numpy as np

METHODS = ("batch", "weight", "layer")

# Table 1: which change leaves the output as it was.
INVARIANT = {
    "the whole weight matrix was scaled": {"batch": True, "weight": True, "layer": True},
    "the same vector was added to all weight vectors": {"batch": False, "weight": False, "layer": True},
    "one weight vector was scaled": {"batch": True, "weight": True, "layer": False},
    "the whole data set was scaled": {"batch": True, "weight": False, "layer": True},
    "the same vector was added to all inputs": {"batch": True, "weight": False, "layer": False},
    "one training case was scaled": {"batch": False, "weight": False, "layer": True},
}


def layer(rng, batch, inputs, units):
    """x (batch, inputs), weights (units, inputs) with rows of different lengths, gain and bias (units,)."""
    return {
        "x": rng.normal(size=(batch, inputs)) + rng.normal(size=inputs),
        "weights": rng.normal(size=(units, inputs)) * rng.uniform(0.4, 2.5, size=(units, 1)),
        "gain": rng.uniform(0.5, 2.0, size=units) * rng.choice([-1.0, 1.0], size=units),
        "bias": rng.normal(size=units),
    }


def cases(rng):
    """Yields (label, arguments): x (batch, inputs), weights (units, inputs), gain and bias (units,), method."""
    for method in METHODS:
        yield f"{method}, four cases, three inputs, six units", {**layer(rng, 4, 3, 6), "method": method}
        yield f"{method}, seven cases, five inputs, five units", {**layer(rng, 7, 5, 5), "method": method}
    for method in ("batch", "layer"):
        faint = layer(rng, 4, 3, 6)
        yield f"{method}, faint inputs", {**faint, "x": 0.003 * faint["x"], "method": method}


def changes(rng, x, weights):
    """Yields (what was changed, new x, new weights). x: (batch, inputs); weights: (units, inputs)."""
    one, case = weights.copy(), x.copy()
    one[1] *= 3.0
    case[2] *= 3.0
    shift = rng.uniform(0.5, 1.5, size=(2, x.shape[1])) * rng.choice([-1.0, 1.0], size=(2, x.shape[1]))
    # So small a factor also shows an epsilon in the division.
    yield "the whole weight matrix was scaled", x, 0.002 * weights
    yield "the same vector was added to all weight vectors", x, weights + shift[0]
    yield "one weight vector was scaled", x, one
    yield "the whole data set was scaled", 0.002 * x, weights
    yield "the same vector was added to all inputs", x + shift[1], weights
    yield "one training case was scaled", case, weights


def laws(solve, rng):
    """Yields a sentence for each cell of Table 1 that solve breaks. solve: (x, weights, gain, bias, method) -> (batch, units)."""
    arguments = layer(rng, 5, 4, 6)
    x, weights, gain, bias = (arguments[name] for name in ("x", "weights", "gain", "bias"))
    for method in METHODS:
        before = np.asarray(solve(x, weights, gain, bias, method))
        if before.shape != (5, 6):
            yield f"For five cases and six units, \"{method}\" gave shape {before.shape}; (5, 6) is right."
            return
        for what, new_x, new_weights in changes(rng, x, weights):
            same = np.allclose(solve(new_x, new_weights, gain, bias, method), before, rtol=1e-3, atol=1e-3)
            if same != INVARIANT[what][method]:
                happened, wanted = ("stayed", "is not") if same else ("changed", "is")
                yield f"The output of \"{method}\" {happened} when {what}: by Table 1 it {wanted} invariant to that."

    # Equation (7) holds for a positive factor only: a deviation is never negative.
    positive, negative = solve(x, weights, gain, bias, "layer"), solve(-x, weights, gain, bias, "layer")
    if not np.allclose(np.asarray(positive) - bias, bias - np.asarray(negative), atol=1e-3):
        yield "The normalized part did not flip its sign when the inputs did: the deviation must stay positive."
