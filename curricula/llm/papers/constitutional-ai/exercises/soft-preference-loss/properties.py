"""Fresh inputs and laws for the loss of a preference model with soft targets."""
from __future__ import annotations

import numpy as np


def inputs(rng, pairs, scale=1.5):
    """Arguments of this size; the targets have no value at which rounding would be open."""
    target = rng.choice([-1.0, 1.0], size=pairs) * rng.uniform(0.05, 0.45, size=pairs) + 0.5
    return {"score_a": scale * rng.normal(size=pairs), "score_b": scale * rng.normal(size=pairs), "target": target}


def cases(rng):
    """Yields (label, arguments): score_a, score_b and target (pairs,)."""
    yield "six pairs", inputs(rng, 6)
    yield "labels clamped to 0.4 and 0.6", {**inputs(rng, 5), "target": np.array([0.4, 0.6, 0.6, 0.4, 0.55])}
    yield "labels of 0 and 1", {**inputs(rng, 4), "target": np.array([0.0, 1.0, 1.0, 0.0])}
    yield "one pair", inputs(rng, 1)
    far = np.array([1000.0, -1200.0, 900.0])
    yield "differences of a thousand", {"score_a": far, "score_b": np.zeros(3), "target": np.array([0.3, 0.7, 1.0])}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (score_a, score_b, target) -> dict."""
    a, b, target = inputs(rng, 4).values()
    result = solve(a, b, target)
    if not isinstance(result, dict) or set(result) != {"loss", "gradient_a", "gradient_b"}:
        yield "The result is a dict with the keys loss, gradient_a and gradient_b."
        return
    d_a, d_b = np.asarray(result["gradient_a"]), np.asarray(result["gradient_b"])
    if np.size(result["loss"]) != 1 or d_a.shape != (4,) or d_b.shape != (4,):
        yield f"The gradients have shapes {d_a.shape} and {d_b.shape}; one number for each pair, (4,), is right."
        return
    even = float(solve(b, b, target)["loss"])
    if not np.isclose(even, np.log(2), atol=1e-4):
        yield f"With equal scores the loss is log 2 = 0.6931, whatever the targets are; yours is {even:.4g}."
        return
    shifted = float(solve(a + 2.0, b + 2.0, target)["loss"])
    if not np.isclose(shifted, float(result["loss"]), atol=1e-4):
        yield "The loss changed when both scores of a pair grew by 2. Only their difference counts."
        return
    best = np.log(target / (1 - target))
    at_best = float(solve(best, np.zeros(4), target)["loss"])
    beside = min(float(solve(best + move, np.zeros(4), target)["loss"]) for move in (-0.3, 0.3))
    if at_best > beside + 1e-6:
        yield "The loss is not smallest where sigma(s_A - s_B) is the target. For a target of 0.6 that is a difference of 0.41."
        return
    numeric, step = np.zeros(4), 1e-3
    for at in range(4):
        change = step * (np.arange(4) == at)
        numeric[at] = (float(solve(a + change, b, target)["loss"]) - float(solve(a - change, b, target)["loss"])) / (2 * step)
    worst = np.abs(numeric - d_a).max()
    if not worst <= 2e-3:
        yield f"gradient_a differs from finite differences of your loss by up to {worst:.2g}."
    elif not np.allclose(d_a, -d_b, atol=1e-5):
        yield "The gradients of a pair are not opposite, although only the difference of the scores counts."
    with np.errstate(all="ignore"):
        large = float(solve(np.array([1000.0]), np.array([0.0]), np.array([0.3]))["loss"])
    if not np.isfinite(large):
        yield "A difference of a thousand gave infinity or NaN: take the logarithm of sigma without computing sigma first."
