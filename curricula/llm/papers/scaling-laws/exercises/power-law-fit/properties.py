"""Fresh points of power laws, with and without noise, and laws of the fit."""
from __future__ import annotations

import numpy as np


def points(rng, count, noise, low, high, exponent=None):
    """Arguments: a law with a random exponent at sizes from 10^low to 10^high, in random order."""
    exponent = rng.uniform(0.06, 0.3) if exponent is None else exponent
    x = rng.permutation(10.0 ** np.linspace(low, high, count))
    loss = (10.0 ** rng.uniform(high + 1, high + 3) / x) ** exponent
    # Noise that no straight line takes up, largest at the ends.
    deviation = noise * rng.choice([-1.0, 1.0], size=count) * rng.uniform(0.5, 1.0, size=count)
    return {"x": x, "loss": loss * np.exp(deviation), "at": 10.0 ** rng.uniform(low - 1, high + 1, size=4)}


def cases(rng):
    """Yields (label, arguments): x, loss (points,), at (m,)."""
    yield "an exact law", points(rng, 6, 0.0, 5, 9)
    yield "eight points with noise", points(rng, 8, 0.06, 6, 9)
    yield "five noisy points", points(rng, 5, 0.12, 4, 7, exponent=0.25)
    yield "twenty points", points(rng, 20, 0.1, 3, 8)
    yield "a loss that rises", points(rng, 7, 0.05, 4, 7, exponent=-0.15)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (x, loss, at) -> dict."""
    exponent, scale = rng.uniform(0.1, 0.3), 10.0 ** rng.uniform(8, 10)
    x = 10.0 ** np.linspace(3, 7, 7)
    loss, at = (scale / x) ** exponent, np.array([1e4, 1e8])
    found = solve(x, loss, at)
    for name in ("exponent", "scale", "prediction"):
        if name not in found:
            yield f"The dict has no {name}."
            return
    if np.asarray(found["prediction"]).shape != (2,):
        yield f"prediction has shape {np.asarray(found['prediction']).shape}; one for each of two places is right."
        return
    if not near(found["exponent"], exponent):
        yield f"From points on an exact law with the exponent {exponent:.4g} the fit gives {float(found['exponent']):.4g}."
        return
    if not near(found["scale"], scale, 0.01):
        yield f"From points on an exact law with the scale {scale:.3g} the fit gives {float(found['scale']):.3g}: the law is 1 there."
        return
    if not near(found["prediction"], (scale / at) ** exponent):
        yield "On an exact law the predictions must be (scale / x) ** exponent."
        return

    noisy = loss * np.exp(0.1 * rng.normal(size=7))
    plain = solve(x, noisy, at)
    order = rng.permutation(7)
    if not near(solve(x[order], noisy[order], at)["prediction"], plain["prediction"]):
        yield "The fit changed with the order of the points."
    if not near(solve(np.tile(x, 2), np.tile(noisy, 2), at)["exponent"], plain["exponent"]):
        yield "The fit changed when each point was given twice."
    wider = solve(1000.0 * x, noisy, 1000.0 * at)
    if not (near(wider["exponent"], plain["exponent"]) and near(wider["prediction"], plain["prediction"])):
        yield "With x in another unit the exponent and the predictions must stay."
    elif not near(wider["scale"], 1000.0 * np.asarray(plain["scale"]), 0.01):
        yield "With x a thousand times as large the scale must be so too."
    if not near(solve(x, 3.0 * noisy, at)["exponent"], plain["exponent"]):
        yield "With all losses three times as high the exponent must stay."
    residual = np.log(noisy) - np.log(np.asarray(solve(x, noisy, x)["prediction"], dtype=float))
    if abs(residual.mean()) > 1e-3:
        yield "The logarithms of the predictions at the points lie off on average: the line of least squares goes through the mean."
    elif abs((residual * (np.log(x) - np.log(x).mean())).sum()) > 1e-3:
        yield "What the fit leaves of the logarithms of the loss still leans on log x: another slope has smaller squares when each point weighs the same."


def near(value, right, share=2e-3):
    return bool(np.allclose(np.asarray(value, dtype=float), np.asarray(right, dtype=float), rtol=share, atol=0.0))


def picture(solve, rng):
    """The points and the fitted law on logarithmic axes."""
    given = points(rng, 9, 0.05, 4, 8, exponent=0.15)
    x = np.sort(given["x"])
    fitted = solve(given["x"], given["loss"], x)["prediction"]
    return {
        "kind": "lines",
        "title": "The logarithm of the loss, measured and fitted",
        "series": [
            {"name": "points", "values": np.log(given["loss"][np.argsort(given["x"])]).tolist()},
            {"name": "fit", "values": np.log(np.asarray(fitted, dtype=float)).tolist()},
        ],
        "x": "point, smallest model first",
        "y": "log loss",
    }
