"""Fresh runs and laws of the parametric fit."""
from __future__ import annotations

import numpy as np


def predicted(found, n, d):
    """The loss that constants give at sizes and tokens."""
    return float(found["e"]) + float(found["a"]) / n ** float(found["alpha"]) + float(found["b"]) / d ** float(found["beta"])


def constants(rng):
    return {"e": rng.uniform(1.5, 1.9), "a": rng.uniform(300, 500), "b": rng.uniform(1200, 2400),
            "alpha": rng.uniform(0.32, 0.36), "beta": rng.uniform(0.34, 0.38)}


def runs(rng, count, noise):
    """n, d (count,) of many sizes, their losses, and a start that is near."""
    truth = constants(rng)
    n, d = 10 ** rng.uniform(6.5, 9.5, size=count), 10 ** rng.uniform(8.5, 10.5, size=count)
    loss = predicted(truth, n, d) * np.exp(noise * rng.normal(size=count))
    near = np.array([np.log(truth["a"]) + 0.4, np.log(truth["b"]) - 0.4, np.log(truth["e"]) - 0.1, truth["alpha"] + 0.02, truth["beta"] - 0.02])
    return {"n": n, "d": d, "loss": loss, "start": near}


def cases(rng):
    """Yields (label, arguments): n, d, loss, start, delta."""
    yield "without noise", {**runs(rng, 25, 0.0), "delta": 0.02}
    yield "with noise", {**runs(rng, 40, 0.03), "delta": 0.02}
    spoilt = runs(rng, 30, 0.01)
    spoilt["loss"][[3, 11]] *= np.array([1.3, 1.4])
    yield "two runs that went wrong", {**spoilt, "delta": 0.02}
    yield "a wide delta", {**runs(rng, 40, 0.03), "delta": 0.2}


def observe(solve, arguments):
    """The objective, and the losses that the constants predict at the runs and away from them."""
    found = solve(*arguments.values())
    n, d = np.asarray(arguments["n"]), np.asarray(arguments["d"])
    return {"objective": float(found["objective"]), "at the runs": predicted(found, n, d), "away": predicted(found, 5 * n, d / 2)}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (n, d, loss, start, delta) -> dict."""
    given = runs(rng, 25, 0.0)
    n, d, loss, start = given.values()
    found = solve(n, d, loss, start, 0.02)
    if not isinstance(found, dict) or not {"e", "a", "b", "alpha", "beta", "objective"} <= set(found):
        yield "The result is a dict with e, a, b, alpha, beta and objective."
        return
    if not np.allclose(predicted(found, n, d), loss, rtol=3e-3):
        yield "Losses without any noise are not met: go on until the objective falls no more."
        return
    if not np.isclose(float(found["objective"]), 0.0, atol=1e-5):
        yield f"Where the law holds exactly the objective is 0; yours is {float(found['objective']):.3g}."
    spoilt = loss.copy()
    spoilt[7] *= 1.3
    moved = solve(n, d, spoilt, start, 0.02)
    if not np.allclose(predicted(moved, n, d), loss, rtol=2e-2):
        yield "One run of twenty-five whose loss is 30 % too high moved the others' predictions by more than 2 %: the Huber loss holds against it."
    residual = np.abs(np.log(predicted(moved, n, d)) - np.log(spoilt))
    own = float(np.where(residual <= 0.02, 0.5 * residual**2, 0.02 * (residual - 0.01)).sum())
    if not np.isclose(float(moved["objective"]), own, rtol=0.02, atol=1e-6):
        yield f"At your constants the Huber losses of the runs add up to {own:.5f}; you return the objective {float(moved['objective']):.5f}."
        return
    right = 0.02 * (np.log(1.3) - 0.01)
    if not right * 0.7 < float(moved["objective"]) < right * 1.05:
        yield f"With that run the objective is about {right:.4f}, delta times its residual less half of delta; yours is {float(moved['objective']):.4f}."
