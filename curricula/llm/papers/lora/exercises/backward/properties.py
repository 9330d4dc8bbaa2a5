"""Fresh layers with gradients, and laws of the backward pass."""
from __future__ import annotations

import numpy as np


def layer(rng, tokens, width_in, out, r, alpha):
    """Arguments: a layer and the gradient of its output."""
    return {
        "x": rng.normal(size=(tokens, width_in)),
        "weight": rng.normal(size=(out, width_in)) / np.sqrt(width_in),
        "a": rng.normal(size=(r, width_in)),
        "b": rng.normal(size=(out, r)),
        "alpha": alpha,
        "grad": rng.normal(size=(tokens, out)),
    }


def cases(rng):
    """Yields (label, arguments): x (tokens, in), weight (out, in), a (r, in), b (out, r), alpha, grad (tokens, out)."""
    yield "a square layer", layer(rng, 4, 6, 6, 2, 3.0)
    yield "more outputs than inputs", layer(rng, 5, 4, 7, 3, 12.0)
    start = layer(rng, 3, 5, 4, 2, 1.0)
    yield "at the start, B = 0", {**start, "b": np.zeros_like(start["b"])}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (x, weight, a, b, alpha, grad) -> dict."""
    given = layer(rng, 4, 3, 5, 2, 3.0)
    found = solve(*given.values())
    for name in ("x", "a", "b"):
        if name not in found:
            yield f"The dict has no {name}."
            return
        if np.asarray(found[name]).shape != given[name].shape:
            yield f"The gradient of {name} has shape {np.asarray(found[name]).shape}; {given[name].shape} is right."
            return
    # The loss is linear in each of x, A and B, so one long step tells the gradient exactly.
    for name in ("x", "a", "b"):
        step = rng.normal(size=given[name].shape)
        right = (loss(given, name, step) - loss(given, name, -step)) / 2
        got = float((np.asarray(found[name], dtype=float) * step).sum())
        if abs(got - right) > 1e-3 * (1 + abs(right)):
            yield f"Along a random direction the loss changes with {name} by {right:.4g}; your gradient says {got:.4g}."
            return

    def run(**changed):
        return {name: np.asarray(value, dtype=float) for name, value in solve(*{**given, **changed}.values()).items()}

    double = run(grad=2 * given["grad"])
    if not all(np.allclose(double[name], 2 * np.asarray(found[name]), atol=1e-3) for name in double):
        yield "With the gradient of the output doubled all three must double."
    start = run(b=np.zeros_like(given["b"]))
    if not np.allclose(start["a"], 0, atol=1e-6) or np.allclose(start["b"], 0, atol=1e-6):
        yield "With B = 0, A has no gradient and B has one: learning starts with B."
    parts = [run(x=given["x"][rows], grad=given["grad"][rows]) for rows in (slice(0, 1), slice(1, None))]
    if not all(np.allclose(parts[0][name] + parts[1][name], np.asarray(found[name]), atol=1e-3) for name in ("a", "b")):
        yield "The gradients of A and B over all tokens must be the sums over parts of them."


def loss(given, name, step):
    """The sum of output times grad, with a step on one argument."""
    x, weight, a, b, alpha, grad = {**given, name: given[name] + step}.values()
    return float((grad * (x @ weight.T + alpha / len(a) * x @ a.T @ b.T)).sum())
