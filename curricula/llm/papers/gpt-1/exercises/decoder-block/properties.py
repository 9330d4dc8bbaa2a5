"""Fresh inputs and laws for a block of GPT-1."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def block_weights(rng, width, inner):
    """Weights of a block. All are large enough that every part of the block shows in the result."""

    def near_one():
        return rng.uniform(0.5, 1.5, size=width)

    def linear(rows, columns):
        return rng.normal(size=(rows, columns)) * 1.5 / np.sqrt(rows)

    return {
        "ln_1_gain": near_one(), "ln_1_bias": 0.3 * rng.normal(size=width),
        "qkv_weight": linear(width, 3 * width), "qkv_bias": 0.3 * rng.normal(size=3 * width),
        "out_weight": linear(width, width), "out_bias": 0.3 * rng.normal(size=width),
        "ln_2_gain": near_one(), "ln_2_bias": 0.3 * rng.normal(size=width),
        "fc_weight": linear(width, inner), "fc_bias": 0.3 * rng.normal(size=inner),
        "proj_weight": linear(inner, width), "proj_bias": 0.3 * rng.normal(size=width),
    }


def inputs(rng, batch, time, width, heads, inner=None):
    """x (batch, time, width) whose positions differ in scale, weights, heads."""
    scale = rng.uniform(0.5, 3.0, size=(batch, time, 1))
    x = scale * rng.normal(size=(batch, time, width)) + rng.normal(size=(batch, time, 1))
    return {"x": x, "weights": block_weights(rng, width, inner or 4 * width), "heads": heads}


def cases(rng):
    """Yields (label, arguments): x (batch, time, width), weights, heads."""
    yield "two texts, five positions, two heads", inputs(rng, 2, 5, 8, 2)
    yield "one text, seven positions, three heads", inputs(rng, 1, 7, 12, 3)
    yield "as many heads as the width", inputs(rng, 2, 4, 4, 4)
    yield "one head", inputs(rng, 1, 4, 6, 1, inner=9)
    yield "one position", inputs(rng, 3, 1, 8, 2)
    faint = inputs(rng, 1, 4, 8, 2)
    quiet = {name: 0.002 * faint["weights"][name] for name in ("out_weight", "out_bias")}
    yield "a faint input, where epsilon counts", {
        "x": 0.002 * faint["x"], "weights": {**faint["weights"], **quiet}, "heads": 2,
    }


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (x, weights, heads) -> (batch, time, width)."""
    given = inputs(rng, 2, 6, 8, 2)
    x, weights, heads = given["x"], given["weights"], given["heads"]
    y = np.asarray(solve(x, weights, heads))
    if y.shape != x.shape:
        yield f"x has shape {x.shape}, the result {y.shape}: a block keeps the shape."
        return

    later = x.copy()
    later[:, 4:] = rng.normal(size=(2, 2, 8))
    changed = np.asarray(solve(later, weights, heads))
    if not np.allclose(changed[:, :4], y[:, :4], atol=1e-4):
        yield "Positions 0 to 3 changed when positions 4 and 5 changed: the mask lets the future through."
    first = x.copy()
    first[:, 0] = rng.normal(size=(2, 8))
    # Small scores spread the attention; large ones may leave a position out.
    spread = {**weights, "qkv_weight": 0.2 * weights["qkv_weight"]}
    if np.allclose(np.asarray(solve(first, spread, heads))[:, 5], np.asarray(solve(x, spread, heads))[:, 5], atol=1e-4):
        yield "Position 5 did not change when position 0 changed: attention must see the past."

    if not np.allclose(solve(x[:1], weights, heads), y[:1], atol=1e-4):
        yield "A text gave another result when the other text left the batch: texts share nothing."

    plain = {**weights, "ln_2_gain": np.ones(8), "ln_2_bias": np.zeros(8)}
    normal = np.asarray(solve(x, plain, heads))
    if not np.allclose(normal.mean(axis=-1), 0, atol=1e-4) or not np.allclose(normal.std(axis=-1), 1, atol=1e-2):
        yield presuming("With gain 1 and bias 0 in the second norm the result does not have mean 0 and deviation 1: that norm comes last.")

    silent = dict(plain)
    for name in ("out_weight", "out_bias", "proj_weight", "proj_bias"):
        silent[name] = np.zeros_like(weights[name])
    silent.update(ln_1_gain=np.ones(8), ln_1_bias=np.zeros(8))
    centered = x - x.mean(axis=-1, keepdims=True)
    if not np.allclose(solve(x, silent, heads), centered / centered.std(axis=-1, keepdims=True), atol=1e-3):
        yield presuming("With both sub-blocks giving 0 the block must return the normalized x: x itself takes part in both sums.")

    loud = {**weights, "qkv_weight": 300.0 * weights["qkv_weight"]}
    with np.errstate(all="ignore"):
        if not np.isfinite(np.asarray(solve(x, loud, heads))).all():
            yield presuming("Very large scores gave values that are not finite: subtract the largest score before exp.")

    # The score of a token with itself is -20000, that with a later one 20000.
    steep_weight = weights["qkv_weight"].copy()
    steep_weight[:, :8], steep_weight[:, 8:16] = 100.0 * np.eye(8), -100.0 * np.eye(8)
    steep_bias = np.concatenate([np.zeros(16), weights["qkv_bias"][16:]])
    steep = {**weights, "qkv_weight": steep_weight, "qkv_bias": steep_bias, "ln_1_gain": np.ones(8), "ln_1_bias": np.zeros(8)}
    flat = np.ones((2, 4, 8)) * np.tile([1.0, -1.0], 4)
    flat[:, 1:] *= -1.0
    other = flat.copy()
    other[:, 1:] = -np.array([1.0, -1.0, 1.0, -1.0, -1.0, 1.0, 1.0, -1.0])
    if not np.allclose(np.asarray(solve(flat, steep, heads))[:, 0], np.asarray(solve(other, steep, heads))[:, 0], atol=1e-3):
        yield presuming("With large scores position 0 changed with later ones: minus infinity hides a key whatever the scores are, a number such as -10000 does not.")


def picture(solve, rng):
    """How strongly each position of the result moves when a position of the input moves."""
    given = inputs(rng, 1, 10, 8, 2)
    x, weights, heads = given["x"], given["weights"], given["heads"]
    before = np.asarray(solve(x, weights, heads))[0]
    moved = np.zeros((10, 10))
    for position in range(10):
        other = x.copy()
        other[0, position] += 0.1 * rng.normal(size=8)
        moved[:, position] = np.abs(np.asarray(solve(other, weights, heads))[0] - before).max(axis=-1)
    return {
        "kind": "heat",
        "title": "Which outputs move when an input moves",
        "series": [{"name": "largest change", "values": moved.tolist()}],
        "x": "input position that moved",
        "y": "output position",
    }
