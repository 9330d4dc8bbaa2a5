"""Fresh rows and gradients, and laws of the backward pass."""
from __future__ import annotations

import numpy as np


def inputs(rng, shape, epsilon, scale=1.0):
    return {
        "x": scale * (0.4 + rng.normal(size=shape)), "gain": rng.uniform(0.4, 1.8, size=shape[-1]), "epsilon": epsilon,
        "grad": rng.normal(size=shape),
    }


def cases(rng):
    """Yields (label, arguments): x (..., width), gain (width,), epsilon, grad (..., width)."""
    yield "a batch of sequences", inputs(rng, (2, 3, 6), 1e-6, scale=2.0)
    yield "rows", inputs(rng, (4, 5), 1e-5, scale=0.5)
    yield "a large epsilon", inputs(rng, (3, 4), 0.4)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (x, gain, epsilon, grad) -> (d_x, d_gain)."""
    given = inputs(rng, (3, 5), 0.1)
    x, gain, epsilon, grad = given.values()
    result = solve(*given.values())
    if len(result) != 2:
        yield f"{len(result)} values came back; two are wanted: (d_x, d_gain)."
        return
    d_x, d_gain = (np.asarray(part, dtype=float) for part in result)
    if d_x.shape != x.shape or d_gain.shape != gain.shape:
        yield f"d_x has shape {d_x.shape} and d_gain {d_gain.shape}; {x.shape} and {gain.shape} are right."
        return

    def loss(x, gain):
        return float((grad * x / np.sqrt((x**2).mean(axis=-1, keepdims=True) + epsilon) * gain).sum())

    step = 1e-5
    for name, value, gradient in (("x", x, d_x), ("gain", gain, d_gain)):
        way = rng.normal(size=value.shape)
        ends = [loss(x + sign * step * way, gain) if name == "x" else loss(x, gain + sign * step * way) for sign in (1, -1)]
        right, got = (ends[0] - ends[1]) / (2 * step), float((gradient * way).sum())
        if abs(right - got) > 1e-3 * (1 + abs(right)):
            yield f"Along a random direction the loss changes with {name} by {right:.4g}; your gradient says {got:.4g}."
    tight = np.asarray(solve(x, gain, 0.0, grad)[0], dtype=float)
    if not np.allclose((tight * x).sum(axis=-1), 0.0, atol=1e-3):
        yield "Without epsilon the gradient of a row must be at right angles to the row: making it longer changes nothing."
    double = solve(x, gain, epsilon, 2 * grad)
    if not (np.allclose(np.asarray(double[0]), 2 * d_x, atol=1e-3) and np.allclose(np.asarray(double[1]), 2 * d_gain, atol=1e-3)):
        yield "With the gradient of the output doubled both gradients must double."
