"""Fresh queries in dense and banded layers, and laws of the band."""
from __future__ import annotations

import numpy as np


def inputs(rng, time, layer, window, size=4):
    q, k, v = rng.normal(size=(3, 2, 2, time, size))
    return {"q": 1.5 * q, "k": k, "v": v, "layer": layer, "window": window}


def large(rng, time, layer, window):
    """Inputs in which the scores of one row lie near 720 and those of the next near -300. In each row one key is clearly the
    highest, so that float32 tells it too, and no hidden one lies far above it."""
    while True:
        given = {name: value[:1] if name in "qkv" else value for name, value in inputs(rng, time, layer, window).items()}
        given["q"], given["k"] = 20.0 * given["q"], given["k"].copy()
        given["k"][..., -1] = 1.0
        given["q"][..., -1] = 2.0 * np.where(np.arange(time) % 2, 720.0, -300.0)
        scores = given["q"] @ np.swapaxes(given["k"], -1, -2) / 2.0
        hidden = np.tril(np.triu(np.ones((time, time)), 1 - window)) == 0
        seen = np.sort(np.where(hidden, -np.inf, scores), axis=-1)
        if (seen[..., -1] - seen[..., -2]).min() > 10.0 and (scores.max(axis=-1) - seen[..., -1]).max() < 60.0:
            return given


def cases(rng):
    """Yields (label, arguments): q, k, v (batch, heads, time, size), layer, window."""
    yield "layer 0, dense", inputs(rng, 7, 0, 3)
    yield "layer 1, a window of 3", inputs(rng, 8, 1, 3)
    yield "layer 3, a window of 2", inputs(rng, 6, 3, 2, size=6)
    yield "layer 2, dense", inputs(rng, 5, 2, 2)
    yield "layer 1, large scores", large(rng, 5, 1, 3)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (q, k, v, layer, window) -> the shape of v."""
    q, k, v, _, _ = inputs(rng, 7, 1, 3).values()

    def run(layer, window, k=k, v=v):
        return np.asarray(solve(q, k, v, layer, window), dtype=float)

    found = run(1, 3)
    if found.shape != v.shape:
        yield f"The result has shape {found.shape}; {v.shape} is right."
        return
    constant = np.ones_like(v)
    for layer in (0, 1):
        if not np.allclose(run(layer, 3, v=constant), 1.0, atol=1e-4):
            yield f"In layer {layer} equal values must come out unchanged: the weights of a row sum to 1."
            return
        later = k.copy()
        later[:, :, -1] += 1.0
        if not np.allclose(run(layer, 3, k=later)[:, :, :-1], run(layer, 3)[:, :, :-1], atol=1e-4):
            yield f"In layer {layer} earlier positions changed with the last key: attention is causal."
            return
    if not np.allclose(run(1, 1), v, atol=1e-4):
        yield "With a window of 1 a banded layer sees the position itself alone and must return v."
        return
    if not np.allclose(run(1, 7), run(0, 7), atol=1e-4):
        yield "With a window over the whole sequence a banded layer must do what a dense one does."
    far = k.copy()
    far[:, :, 0] += 1.0
    if not np.allclose(run(1, 3, k=far)[:, :, 3:], found[:, :, 3:], atol=1e-4):
        yield "With a window of 3 a banded layer changed at position 3 or later with the first key, which lies outside of the band."
    elif np.allclose(run(1, 3, k=far)[:, :, 2], found[:, :, 2], atol=1e-6):
        yield "With a window of 3 position 2 must see the first key."
    if np.allclose(run(0, 3, k=far)[:, :, -1], run(0, 3)[:, :, -1], atol=1e-6):
        yield "In layer 0 the last position must see the first key: this layer is dense."
    if not np.allclose(run(3, 3), found, atol=1e-4):
        yield "Layers 1 and 3 are both banded and must do the same."
