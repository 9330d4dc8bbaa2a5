"""Fresh inputs and laws for the residual block."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def block(rng, channels, filters, projection):
    """Weights of a block: convolutions (filters, channels, 3, 3) and (filters, filters, 3, 3), vectors (filters,)."""

    def gain():
        return rng.uniform(0.5, 1.5, size=filters) * rng.choice([-1.0, 1.0], size=filters)

    weights = {
        "conv_1": rng.normal(size=(filters, channels, 3, 3)) / 3,
        "gain_1": gain(),
        "bias_1": 0.5 * rng.normal(size=filters),
        "conv_2": rng.normal(size=(filters, filters, 3, 3)) / 3,
        "gain_2": gain(),
        "bias_2": 0.5 * rng.normal(size=filters),
    }
    if projection:
        weights["projection"] = rng.normal(size=(filters, channels, 1, 1))
        weights["projection_gain"] = gain()
        weights["projection_bias"] = 0.5 * rng.normal(size=filters)
    return weights


def cases(rng):
    """Yields (label, arguments): x (batch, channels, height, width), weights, stride."""
    yield "identity, three channels", {"x": rng.normal(size=(2, 3, 5, 5)), "weights": block(rng, 3, 3, False), "stride": 1}
    yield "identity, one image, not square", {"x": rng.normal(size=(1, 2, 4, 6)), "weights": block(rng, 2, 2, False)}
    yield "projection to more channels, stride 2", {
        "x": rng.normal(size=(3, 2, 6, 6)), "weights": block(rng, 2, 4, True), "stride": 2,
    }
    yield "projection to more channels, stride 1", {
        "x": rng.normal(size=(2, 2, 4, 4)), "weights": block(rng, 2, 3, True), "stride": 1,
    }
    yield "projection of an odd size, stride 2", {
        "x": rng.normal(size=(2, 3, 5, 7)), "weights": block(rng, 3, 3, True), "stride": 2,
    }
    yield "faint images, where epsilon counts", {
        "x": 0.02 * rng.normal(size=(2, 2, 4, 4)), "weights": block(rng, 2, 3, True), "stride": 1,
    }


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (x, weights, stride) -> (batch, filters, rows, columns)."""
    x = rng.normal(size=(2, 3, 6, 5))
    wide = block(rng, 3, 4, True)
    y = np.asarray(solve(x, wide, 2))
    if y.shape != (2, 4, 3, 3):
        yield f"A block of 4 filters and stride 2 gave shape {y.shape} for x of shape {x.shape}; (2, 4, 3, 3) is right."
        return
    if y.min() < 0:
        yield f"The result has a negative entry, {y.min():.3g}: the ReLU after the addition leaves none."

    # A branch whose last gain and bias are 0 is the function F = 0.
    plain = block(rng, 3, 3, False)
    silent = {**plain, "gain_2": np.zeros(3), "bias_2": np.zeros(3)}
    if not np.allclose(solve(np.abs(x), silent), np.abs(x), atol=1e-5):
        yield presuming("With F = 0 a non-negative input must pass unchanged: the identity shortcut is what eq. (1) adds.")
    if not np.allclose(solve(x, silent), np.maximum(x, 0), atol=1e-5):
        yield presuming("With F = 0 the result must be ReLU(x), since the ReLU follows the addition.")

    # A constant negative branch must be able to switch the input off.
    down = {**plain, "gain_2": np.zeros(3), "bias_2": np.full(3, -50.0)}
    if not np.allclose(solve(x, down), 0, atol=1e-5):
        yield presuming("A branch of -50 everywhere did not bring the result to 0: F must reach the addition without a ReLU.")

    if not np.allclose(solve(x[::-1].copy(), plain), np.asarray(solve(x, plain))[::-1], atol=1e-4):
        yield "The results did not follow when the images changed their order."

    quiet = {**wide, "projection_gain": np.zeros(4), "projection_bias": np.full(4, 3.0)}
    quiet.update(gain_2=np.zeros(4), bias_2=np.zeros(4))
    if not np.allclose(solve(x, quiet, 2), 3.0, atol=1e-5):
        yield presuming("With F = 0 and a normalized projection of gain 0 and bias 3 the result must be 3 everywhere.")
