"""Fresh inputs and laws for layer normalization."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def inputs(rng, shape, scale=1.0, offset=0.0, epsilon=1e-5):
    """Arguments for a of the given shape (..., units); gain and bias (units,) are far from 1 and 0."""
    units = shape[-1]
    return {
        "a": offset + scale * rng.normal(size=shape),
        "gain": rng.uniform(0.5, 2.0, size=units) * rng.choice([-1.0, 1.0], size=units),
        "bias": rng.normal(size=units),
        "epsilon": epsilon,
    }


def cases(rng):
    """Yields (label, arguments): a (..., units), gain and bias (units,)."""
    yield "five cases of seven units", inputs(rng, (5, 7), scale=2.0, offset=1.5)
    yield "one vector of six units", inputs(rng, (6,), offset=-2.0)
    yield "batch and time, five units", inputs(rng, (2, 3, 5), scale=3.0, offset=0.5)
    yield "a large epsilon", inputs(rng, (4, 9), scale=0.5, epsilon=0.1)
    yield "a batch of one case", inputs(rng, (1, 11), offset=4.0)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (a, gain, bias, epsilon) -> (..., units)."""
    a = 1.0 + 2.0 * rng.normal(size=(4, 6))
    gain, bias = rng.uniform(0.5, 2.0, size=6), rng.normal(size=6)
    one, zero = np.ones(6), np.zeros(6)

    y = np.asarray(solve(a, gain, bias))
    if y.shape != a.shape:
        yield f"The input has shape {a.shape}, the result {y.shape}: each summed input has one normalized value."
        return

    plain = np.asarray(solve(a, one, zero))
    if not np.allclose(plain.mean(axis=-1), 0, atol=1e-4):
        yield presuming("With gain 1 and bias 0 the mean of a case is not 0: the mean over its units must be subtracted.")
    if not np.allclose(plain.std(axis=-1), 1, atol=1e-2):
        yield presuming("With gain 1 and bias 0 the deviation of a case is not 1: divide by the deviation over its units.")

    other = a.copy()
    other[2] = rng.normal(size=6)
    if not np.allclose(np.asarray(solve(other, gain, bias))[[0, 1, 3]], y[[0, 1, 3]], atol=1e-5):
        yield "Case 0, 1 or 3 changed when case 2 changed: cases must not share their statistics."

    shift = rng.normal(size=(4, 1))
    if not np.allclose(solve(a + shift, gain, bias), y, atol=1e-4):
        yield "The result changed when a constant was added to all units of a case: the mean must take it up."
    if not np.allclose(solve(3.0 * a, gain, bias), y, atol=1e-3):
        yield "The result changed when all inputs were tripled: the deviation must take up the scale, and epsilon be small beside it."

    with np.errstate(all="ignore"):
        flat = np.asarray(solve(np.full((2, 6), 3.0), gain, bias))
    if not np.allclose(flat, bias, atol=1e-4):
        yield presuming("A case whose units are all equal did not give the bias: epsilon must keep the division from 0 by 0.")
