"""Fresh inputs and laws for the loss with a z-loss."""
from __future__ import annotations

import numpy as np


def inputs(rng, n, vocabulary, coefficient, offset=0.0, scale=1.5):
    """Arguments of these sizes; log Z differs from token to token."""
    logits = offset + scale * rng.normal(size=(n, vocabulary)) + rng.normal(size=(n, 1))
    return {"logits": logits, "targets": rng.integers(0, vocabulary, size=n), "coefficient": coefficient}


def cases(rng):
    """Yields (label, arguments): logits (n, vocabulary), targets (n,), coefficient."""
    yield "four tokens", inputs(rng, 4, 6, 0.1)
    yield "the paper's coefficient, large log Z", inputs(rng, 3, 5, 1e-4, offset=60.0)
    yield "log Z below 0", inputs(rng, 5, 4, 0.3, offset=-6.0)
    yield "one token", inputs(rng, 1, 9, 0.05, offset=1.0)
    yield "without the z-loss", inputs(rng, 3, 7, 0.0)
    yield "logits of a thousand", {**inputs(rng, 2, 4, 1e-4), "logits": np.array([[1000.0, 999.0, 0.0, -500.0], [2.0, 900.0, 901.5, 3.0]])}
    yield "rows a thousand above and below 0", {**inputs(rng, 2, 3, 1e-4), "logits": np.array([[1000.0, 999.0, 998.0], [-1000.0, -1001.5, -999.0]])}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (logits, targets, coefficient) -> dict."""
    logits, targets, _ = inputs(rng, 3, 5, 0.0).values()
    result = solve(logits, targets, 0.2)
    if not isinstance(result, dict) or set(result) != {"loss", "gradient"}:
        yield "The result is a dict with the keys loss and gradient."
        return
    gradient = np.asarray(result["gradient"])
    if np.size(result["loss"]) != 1 or gradient.shape != logits.shape:
        yield f"The gradient has shape {gradient.shape}; that of the logits, {logits.shape}, is right."
        return
    value, bare = float(result["loss"]), float(solve(logits, targets, 0.0)["loss"])
    log_z = np.log(np.exp(logits).sum(axis=-1))
    plain = (log_z - logits[np.arange(3), targets]).mean()
    if not np.isclose(bare, plain, atol=1e-4):
        yield f"With the coefficient 0 the loss is the mean cross-entropy, {plain:.4g}; yours is {bare:.4g}."
        return
    extra = 0.2 * (log_z**2).mean()
    if not np.isclose(value - bare, extra, rtol=1e-3, atol=1e-4):
        yield (
            f"With the coefficient 0.2 the loss grows by 0.2 times the mean of (log Z)^2, {extra:.4g}; yours grows by {value - bare:.4g}."
        )
    numeric, step = np.zeros(logits.shape), 1e-3
    for index in np.ndindex(*logits.shape):
        change = np.zeros(logits.shape)
        change[index] = step
        up, down = (float(solve(logits + sign * change, targets, 0.2)["loss"]) for sign in (1, -1))
        numeric[index] = (up - down) / (2 * step)
    worst = np.abs(numeric - gradient).max()
    if not worst <= 3e-3:
        yield f"The gradient differs from finite differences of your loss by up to {worst:.2g}."
    with np.errstate(all="ignore"):
        large = solve(100.0 + 300.0 * logits, targets, 0.2)
    if not (np.isfinite(float(large["loss"])) and np.isfinite(np.asarray(large["gradient"])).all()):
        yield "Large logits gave infinity or NaN: subtract the largest logit before taking exponentials, and add it to log Z again."
