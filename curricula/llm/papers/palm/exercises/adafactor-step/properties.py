"""Fresh inputs and laws for a step of PaLM's optimizer."""
from __future__ import annotations

import numpy as np


def inputs(rng, shape, at, scale=1.0):
    """Arguments of this shape at a step; the parameter's mean is not 0."""
    fresh = at > 1
    return {
        "param": scale * (rng.normal(size=shape) + 0.4),
        "grad": 0.3 * rng.normal(size=shape),
        "m": 0.5 * fresh * rng.normal(size=shape),
        "v": fresh * rng.uniform(0.02, 0.2, size=shape),
        "at": at,
    }


def cases(rng):
    """Yields (label, arguments): param, grad, m and v of one shape, at."""
    yield "the first step", inputs(rng, (3, 4), 1)
    yield "step 7", inputs(rng, (2, 5), 7)
    yield "step 400", inputs(rng, (4, 3), 400, scale=0.1)
    yield "step 40,000", inputs(rng, (3, 3), 40000)
    yield "a small parameter", inputs(rng, (2, 4), 12, scale=1e-5)
    zeros = inputs(rng, (2, 6), 1)
    zeros["grad"] = zeros["grad"] * np.array([[0.0, 0.0, 1e-6, 1e-7, 1e-6, 1.0]])
    yield "the first step, some gradients 0 and some tiny", zeros
    burst = inputs(rng, (3, 4), 40)
    yield "a gradient much larger than those before", {**burst, "grad": 60.0 * burst["grad"]}
    late = inputs(rng, (3, 3), 90)
    yield "a large first moment", {**late, "m": 600.0 * late["m"]}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (param, grad, m, v, at) -> dict."""
    given = inputs(rng, (3, 4), 9)
    param, grad, m, v, at = given.values()
    result = solve(*given.values())
    if not isinstance(result, dict) or set(result) != {"param", "m", "v", "rate"}:
        yield "The result is a dict with the keys param, m, v and rate."
        return
    if any(np.shape(result[name]) != (3, 4) for name in ("param", "m", "v")):
        yield "param, m and v have the shape of the parameter."
        return
    for k, right in ((1, 0.01), (10000, 0.01), (1000000, 0.001)):
        got = float(solve(param, grad, m, v, k)["rate"])
        if not np.isclose(got, right, rtol=1e-4):
            yield f"At step {k:,} the rate is {right}; yours is {got:.4g}."
            return
    none = np.zeros((3, 4))
    start = solve(param, grad, none, none, 1)
    if not np.allclose(np.asarray(start["v"]), grad**2, rtol=1e-3):
        yield "After the first step the second moment is the square of the gradient, since beta2 is 0 there."
        return
    empty = solve(param, none, none, none, 1)
    if not all(np.isfinite(np.asarray(empty[name])).all() for name in ("param", "m", "v")):
        yield "A gradient of 0 at the first step gives infinity or NaN. The small constant in the second moment is there for it."
        return
    tiny = solve(param, 1e-7 * np.sign(grad), none, none, 1)
    if not np.allclose(np.asarray(tiny["m"]), 0.1 * np.sign(grad), rtol=1e-3):
        yield "At the first step even a gradient of 1e-7 gives a first moment of 0.1 or -0.1. A constant beside the root is too large for it."
        return
    if not np.allclose(np.asarray(start["m"]), 0.1 * np.sign(grad), atol=1e-4):
        yield "After the first step each entry of the first moment is 0.1 or -0.1: a tenth of the gradient, divided by its own size."
        return
    large = solve(1000.0 * param, grad, m, v, at)
    one = np.asarray(result["param"])
    if not np.allclose(np.asarray(large["param"]), 1000.0 * one, rtol=1e-3):
        yield "A parameter that is a thousand times as large must move a thousand times as far: its scale is its root mean square."
        return
    still = np.asarray(solve(param, none, none, np.ones((3, 4)), at)["param"])
    if not np.allclose(still, param * (1 - 1e-4), rtol=1e-6, atol=1e-6):
        yield "Without a gradient and a first moment only the decay acts, which takes the square of the rate, 0.0001, of the parameter."
    zero = np.asarray(solve(none, grad, none, none, 1)["param"])
    if not np.allclose(zero, -1e-6 * np.sign(grad), rtol=1e-2):
        yield "A matrix of zeros moves with the scale 0.001, the lower limit."
