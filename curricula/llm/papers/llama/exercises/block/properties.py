"""Fresh blocks, and laws of them."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def weights_of(rng, width, inner):
    shapes = {
        "query": (width, width), "key": (width, width), "value": (width, width), "output": (width, width),
        "gate": (width, inner), "up": (width, inner), "down": (inner, width),
    }
    gains = {name: rng.uniform(0.5, 1.6, size=width) for name in ("attention_norm", "feed_forward_norm")}
    return {**gains, **{name: 1.3 * rng.normal(size=shape) / np.sqrt(shape[0]) for name, shape in shapes.items()}}


def inputs(rng, batch, time, width, inner, heads, theta=100.0):
    """Arguments of a block on a stream whose values are not of size 1."""
    return {"x": 0.3 + 1.7 * rng.normal(size=(batch, time, width)), "weights": weights_of(rng, width, inner), "heads": heads, "theta": theta}


def far_below(rng):
    """Two positions whose scores are all about -12,000, so that a mask of -1000 hides nothing.

    The keys are nearly the same and lie in the pair that hardly turns: no score is far from another.
    """
    given = inputs(rng, 1, 2, 8, 10, 2, theta=1e6)
    x, weights = given["x"], given["weights"]
    weights["key"][:, 0::2] = 0.0
    read = x[0, 0] / np.sqrt((x[0, 0] ** 2).mean()) * weights["attention_norm"]
    # The first key of each head is made (2, 1) in its slow pair.
    weights["key"] += np.outer(read / (read @ read), np.resize([0.0, 2.0, 0.0, 1.0], 8) - read @ weights["key"])
    weights["query"] = -4800.0 * weights["key"]
    x[0, 1] = x[0, 0] + 0.005 * rng.normal(size=8)
    return given


def cases(rng):
    """Yields (label, arguments): x (batch, time, width), weights, heads, theta."""
    yield "two heads", inputs(rng, 2, 5, 8, 11, 2)
    yield "three heads", inputs(rng, 1, 6, 12, 16, 3, theta=10000.0)
    yield "one head, one position", inputs(rng, 2, 1, 4, 6, 1)
    tiny = inputs(rng, 1, 3, 6, 8, 1)
    yield "a tiny stream", {**tiny, "x": 2e-3 * tiny["x"]}
    yield "scores of some thousands below 0", far_below(rng)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (x, weights, heads, theta) -> the shape of x."""
    given = inputs(rng, 2, 5, 8, 11, 2)
    x, weights, heads, theta = given.values()

    def run(x=x, **changed):
        return np.asarray(solve(x, {**weights, **changed}, heads, theta), dtype=float)

    found = run()
    if found.shape != x.shape:
        yield f"The result has shape {found.shape}; {x.shape}, that of x, is right."
        return
    nothing = {"output": np.zeros((8, 8)), "down": np.zeros((11, 8))}
    if not np.allclose(run(**nothing), x, atol=1e-4):
        yield "With `output` and `down` of zeros the block must return x as it is: the stream passes both sub-layers unchanged."
        return
    alone = run(down=nothing["down"])
    if not np.allclose(run(x=alone, output=nothing["output"]), found, atol=1e-3):
        yield "The block must be its attention alone, followed by its feed-forward network alone: the second reads what the first left."
        return
    later = x.copy()
    later[:, -1] += 1.0
    if not np.allclose(run(x=later)[:, :-1], found[:, :-1], atol=1e-4):
        yield "Earlier positions changed with the last one: the mask is missing, or positions were mixed."
        return
    grown = run(x=5.0 * x, down=nothing["down"]) - 5.0 * x
    if not np.allclose(grown, alone - x, atol=1e-3):
        yield "With a stream five times as large attention must add the same: it reads a normalized copy."
    turned = x.copy()
    turned[:, [0, 1]] = turned[:, [1, 0]]
    if np.allclose(run(x=turned)[:, -1], found[:, -1], atol=1e-4):
        yield "With the first two positions exchanged the last one gave the same: queries and keys do not know their positions."
    with np.errstate(all="ignore"):
        if not np.isfinite(run(x=0.0 * x)).all():
            yield presuming("A stream of zeros gave NaN or infinity: epsilon stands under the root.")
