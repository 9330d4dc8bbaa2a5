"""Fresh inputs and laws for the gradients of layer normalization."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def inputs(rng, shape, scale=1.0, offset=0.0, epsilon=1e-5):
    """Arguments for d_y and a of the given shape (..., units) and a gain (units,) far from 1."""
    units = shape[-1]
    return {
        "d_y": rng.normal(size=shape),
        "a": offset + scale * rng.normal(size=shape),
        "gain": rng.uniform(0.5, 2.0, size=units) * rng.choice([-1.0, 1.0], size=units),
        "epsilon": epsilon,
    }


def cases(rng):
    """Yields (label, arguments): d_y and a (..., units), gain (units,)."""
    yield "five cases of seven units", inputs(rng, (5, 7), scale=2.0, offset=1.5)
    yield "one vector of six units", inputs(rng, (6,), offset=-2.0)
    yield "batch and time, five units", inputs(rng, (2, 3, 5), scale=0.5, offset=0.5)
    yield "a large epsilon", inputs(rng, (4, 9), scale=0.5, epsilon=0.1)
    yield "a batch of one case", inputs(rng, (1, 11), scale=3.0)


def forward(a, gain, bias, epsilon):
    """a: (cases, units); gain, bias: (units,). Returns (cases, units)."""
    centered = a - a.mean(axis=-1, keepdims=True)
    return gain * centered / np.sqrt((centered**2).mean(axis=-1, keepdims=True) + epsilon) + bias


def slope(loss, values, step=1e-5):
    """Central differences of loss(values) for each entry. values and result: the same shape."""
    result = np.empty(values.shape)
    for index in np.ndindex(*values.shape):
        change = np.zeros(values.shape)
        change[index] = step
        result[index] = (loss(values + change) - loss(values - change)) / (2 * step)
    return result


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (d_y, a, gain, epsilon) -> (d_a, d_gain, d_bias)."""
    a, d_y = 0.5 + 1.5 * rng.normal(size=(3, 5)), rng.normal(size=(3, 5))
    gain, bias = rng.uniform(0.5, 2.0, size=5), rng.normal(size=5)

    result = solve(d_y, a, gain, 1e-3)
    if len(result) != 3:
        yield f"{len(result)} values came back; three are wanted: (d_a, d_gain, d_bias)."
        return
    d_a, d_gain, d_bias = (np.asarray(part) for part in result)
    for name, got, like in (("d_a", d_a, a), ("d_gain", d_gain, gain), ("d_bias", d_bias, bias)):
        if got.shape != like.shape:
            yield f"{name} has shape {got.shape}; a gradient has the shape of its variable, {like.shape}."
            return

    numeric = {
        "a": slope(lambda v: (d_y * forward(v, gain, bias, 1e-3)).sum(), a),
        "gain": slope(lambda v: (d_y * forward(a, v, bias, 1e-3)).sum(), gain),
        "bias": slope(lambda v: (d_y * forward(a, gain, v, 1e-3)).sum(), bias),
    }
    for name, got in (("a", d_a), ("gain", d_gain), ("bias", d_bias)):
        error = np.abs(got - numeric[name]).max()
        if not error <= 1e-3:
            yield presuming(f"The gradient of {name} differs from finite differences by up to {error:.2g}.")

    # A constant added to all units of a case changes no output, so the gradient has no component along it.
    if not np.allclose(d_a.sum(axis=-1), 0, atol=1e-4):
        yield "The gradient of a case does not sum to 0 over its units, although a shift of all units changes no output."
    small = np.asarray(solve(d_y, a, gain, 1e-12)[0])
    if not np.allclose((small * (a - a.mean(axis=-1, keepdims=True))).sum(axis=-1), 0, atol=1e-4):
        yield "The gradient of a case has a part along the centered inputs, although scaling them changes no output."

    other = d_y.copy()
    other[1] = 0.0
    changed = np.asarray(solve(other, a, gain, 1e-3)[0])
    if not np.allclose(changed[1], 0, atol=1e-6):
        yield "A case whose d_y is 0 got a gradient: cases must not share anything on the way back to a."
    if not np.allclose(changed[[0, 2]], d_a[[0, 2]], atol=1e-5):
        yield "The gradient of case 0 or 2 changed with d_y of case 1: cases must not share anything on the way back to a."
