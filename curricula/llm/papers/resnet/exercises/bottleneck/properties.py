"""Fresh inputs and laws for the bottleneck block."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def block(rng, channels, few, many, projection):
    """Weights of a block as in the exercise: each layer with its convolution and its stored normalization."""
    shapes = {"reduce": (few, channels, 1), "middle": (few, few, 3), "restore": (many, few, 1)}
    if projection:
        shapes["projection"] = (many, channels, 1)
    weights = {}
    for name, (filters, inputs, k) in shapes.items():
        weights[f"{name}_conv"] = rng.normal(size=(filters, inputs, k, k)) / np.sqrt(inputs * k * k)
        weights[f"{name}_gain"] = rng.uniform(0.5, 1.5, size=filters) * rng.choice([-1.0, 1.0], size=filters)
        weights[f"{name}_bias"] = 0.5 * rng.normal(size=filters)
        weights[f"{name}_mean"] = 0.5 * rng.normal(size=filters)
        weights[f"{name}_variance"] = rng.uniform(0.3, 2.0, size=filters)
    return weights


def cases(rng):
    """Yields (label, arguments): x (batch, channels, height, width), weights, stride."""
    yield "identity, eight channels", {"x": rng.normal(size=(2, 8, 5, 5)), "weights": block(rng, 8, 2, 8, False), "stride": 1}
    yield "identity, one image, not square", {"x": rng.normal(size=(1, 4, 3, 6)), "weights": block(rng, 4, 3, 4, False)}
    yield "projection to more channels, stride 2", {
        "x": rng.normal(size=(2, 4, 6, 6)), "weights": block(rng, 4, 3, 12, True), "stride": 2,
    }
    yield "projection to more channels, stride 1", {
        "x": rng.normal(size=(2, 3, 4, 4)), "weights": block(rng, 3, 2, 8, True), "stride": 1,
    }
    yield "projection of an odd size, stride 2", {
        "x": rng.normal(size=(2, 6, 5, 7)), "weights": block(rng, 6, 3, 6, True), "stride": 2,
    }
    small = block(rng, 4, 2, 6, True)
    for name, filters in (("reduce", 2), ("projection", 6)):
        small[f"{name}_mean"], small[f"{name}_variance"] = np.zeros(filters), rng.uniform(1e-5, 4e-5, size=filters)
    yield "small variances, where epsilon counts", {"x": 0.01 * rng.normal(size=(2, 4, 4, 4)), "weights": small, "stride": 1}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (x, weights, stride) -> (batch, many, rows, columns)."""
    x = rng.normal(size=(3, 4, 6, 5))
    wide = block(rng, 4, 2, 8, True)
    y = np.asarray(solve(x, wide, 2))
    if y.shape != (3, 8, 3, 3):
        yield f"A block of 8 output channels and stride 2 gave shape {y.shape} for x of shape {x.shape}; (3, 8, 3, 3) is right."
        return
    if y.min() < 0:
        yield f"The result has a negative entry, {y.min():.3g}: the ReLU after the addition leaves none."
    if not np.allclose(solve(x[1:2], wide, 2), y[1:2], atol=1e-5):
        yield "The result of image 1 changed when the others left the batch: in evaluation images share nothing."

    # With stride 2 all convolutions that read x are 1×1, so odd rows and columns are never looked at.
    unseen = x.copy()
    unseen[:, :, 1::2] = rng.normal(size=unseen[:, :, 1::2].shape)
    if not np.allclose(solve(unseen, wide, 2), y, atol=1e-5):
        yield "Odd rows of x changed the result at stride 2: a 1×1 convolution takes the stride first, so it skips them."

    plain = block(rng, 4, 2, 4, False)
    silent = {**plain, "restore_gain": np.zeros(4), "restore_bias": np.zeros(4)}
    if not np.allclose(solve(x, silent), np.maximum(x, 0), atol=1e-5):
        yield presuming("With F = 0 the result must be ReLU(x): the identity shortcut, then the ReLU.")
    down = {**silent, "restore_bias": np.full(4, -50.0)}
    if not np.allclose(solve(x, down), 0, atol=1e-5):
        yield presuming("A branch of -50 everywhere did not bring the result to 0: F must reach the addition without a ReLU.")

    far = x.copy()
    far[:, :, 5] += 3.0
    if not np.allclose(np.asarray(solve(far, plain))[:, :, :4], np.asarray(solve(x, plain))[:, :, :4], atol=1e-5):
        yield "Row 3 or above changed with row 5 of x: the block has one 3×3 convolution, which sees one row around it."
