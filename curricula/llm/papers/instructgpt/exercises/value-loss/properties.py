"""Fresh inputs and laws for the clipped loss of the value function."""
from __future__ import annotations

import numpy as np


def inputs(rng, lengths, time, epsilon, spread=0.4):
    """Arguments with completions of these lengths behind a prompt of one token; numbers stand in the padding too."""
    shape = (len(lengths), time)
    at = np.arange(time)[None]
    old = rng.choice([-1.0, 1.0], size=shape) * rng.uniform(0.4, 1.5, size=shape)
    return {
        "values": old + spread * rng.normal(size=shape),
        "values_old": old,
        "returns": old + 0.8 * rng.normal(size=shape),
        "mask": ((at >= 1) & (at <= np.array(lengths)[:, None])).astype(int),
        "epsilon": epsilon,
    }


def held_is_larger(given):
    """Whether the clipped squares have the larger mean."""
    values, old, returns, mask, epsilon = given.values()
    held = old + np.clip(values - old, -epsilon, epsilon)
    return bool((mask * (held - returns) ** 2).sum() > (mask * (values - returns) ** 2).sum())


def cases(rng):
    """Yields (label, arguments): values, values_old, returns and mask (batch, time), epsilon."""
    # In one case the mean of the clipped squares is the larger one, in another that of the free squares.
    for label, lengths, time, epsilon, spread, held in (
        ("three completions", (7, 4, 2), 9, 0.2, 0.4, True), ("far from the old values", (6, 3), 8, 0.1, 1.2, False),
    ):
        given = inputs(rng, lengths, time, epsilon, spread)
        while held_is_larger(given) != held:
            given = inputs(rng, lengths, time, epsilon, spread)
        yield label, given
    given = inputs(rng, (4, 4), 6, 0.2)
    # Moved toward the return and away from it, up and down.
    given["values"][:, 1:5] = given["values_old"][:, 1:5] + np.array([[0.5, 0.5, -0.5, -0.5]])
    given["returns"][:, 1:5] = given["values_old"][:, 1:5] + np.array([[1.0, -1.2, -0.9, 0.7], [0.8, -0.7, -1.1, 1.3]])
    yield "one token of each kind", given
    yield "one completion", inputs(rng, (5,), 7, 0.5)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (values, values_old, returns, mask, epsilon) -> dict."""
    given = inputs(rng, (5, 3), 6, 0.2)
    values, old, returns, mask, epsilon = given.values()
    result = solve(*given.values())
    if not isinstance(result, dict) or set(result) != {"loss", "gradient"}:
        yield "The result is a dict with the keys loss and gradient."
        return
    gradient = np.asarray(result["gradient"])
    if np.size(result["loss"]) != 1 or gradient.shape != values.shape:
        yield f"The gradient has shape {gradient.shape}; one number for each value, {values.shape}, is right."
        return
    plain = 0.5 * (mask * (old - returns) ** 2).sum() / mask.sum()
    same = float(solve(old, old, returns, mask, epsilon)["loss"])
    if not np.isclose(same, plain, rtol=1e-3):
        yield f"Where no value has moved the loss is half of the mean squared error over the mask, {plain:.4g}; yours is {same:.4g}."
        return

    def alone(value, target):
        """Loss and gradient of one token whose old value is 0."""
        one = solve(np.array([[value]]), np.array([[0.0]]), np.array([[target]]), np.array([[1]]), 0.2)
        return float(one["loss"]), float(np.asarray(one["gradient"]).ravel()[0])

    for value, target, bound in ((0.5, 1.0, 0.2), (-0.5, 1.0, 0.2), (0.5, -1.0, 0.2), (-0.5, -1.0, 0.2), (0.4, 1.0, 0.5), (-0.9, -1.0, 0.5)):
        one = solve(np.array([[value]]), np.array([[0.0]]), np.array([[target]]), np.array([[1]]), bound)
        free, held = (value - target) ** 2, (np.clip(value, -bound, bound) - target) ** 2
        if not np.isclose(float(one["loss"]), 0.5 * max(free, held), atol=1e-4):
            yield (
                f"With epsilon = {bound:g} a value moved from 0 to {value:g} and its return is {target:g}, so the squares are {free:.4g} and "
                f"{held:.4g} and the loss is {0.5 * max(free, held):.4g}; yours is {float(one['loss']):.4g}."
            )
            break
    if abs(alone(0.5, 1.0)[1]) > 1e-6:
        yield "A value has moved toward its return by more than epsilon. It has no gradient then, since the clipped square is the larger one."
    elif abs(alone(-0.5, 1.0)[1] + 1.5) > 1e-3:
        yield (
            f"A value has moved from 0 to -0.5 although its return is 1. It keeps the gradient of the plain error, -1.5; yours is "
            f"{alone(-0.5, 1.0)[1]:.4g}."
        )
    elif not np.allclose(gradient[mask == 0], 0, atol=1e-7):
        yield "Tokens whose mask is 0 have a gradient."
