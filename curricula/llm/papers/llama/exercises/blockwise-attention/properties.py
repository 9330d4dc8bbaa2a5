"""Fresh queries and keys, and laws of attention block by block."""
from __future__ import annotations

import numpy as np


def inputs(rng, batch, heads, time, width, size, scale=2.0):
    q, k, v = rng.normal(size=(3, batch, heads, time, width))
    # Later keys score higher for some queries, so that the maximum moves from block to block.
    k = k * np.linspace(0.5, 1.5, time)[:, None]
    return {"q": scale * q, "k": k, "v": v, "size": size}


def large(rng, shape):
    """q and k with scores of some thousands: small whole numbers, so that they are exact in float32 too."""
    k = rng.integers(3, 7, size=shape) * rng.choice([-1.0, 1.0], size=shape)
    return {"q": 50.0 * k, "k": k}


def cases(rng):
    """Yields (label, arguments): q, k, v (batch, heads, time, width), size."""
    yield "blocks of two, a shorter last one", inputs(rng, 2, 2, 7, 4, 2)
    yield "blocks of three", inputs(rng, 1, 3, 9, 5, 3)
    yield "one block", inputs(rng, 1, 2, 4, 3, 6)
    yield "scores of some thousands", {**inputs(rng, 1, 2, 6, 4, 2), **large(rng, (1, 2, 6, 4))}
    far = large(rng, (1, 1, 5, 4))
    yield "scores of some thousands below 0", {**inputs(rng, 1, 1, 5, 4, 2), **far, "q": -10.0 * far["q"]}


def dense(q, k, v):
    """Output and log-sum-exp of causal attention with all weights at once."""
    time = q.shape[2]
    scores = np.where(np.tri(time, dtype=bool), q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1]), -np.inf)
    top = scores.max(axis=-1, keepdims=True)
    shares = np.exp(scores - top)
    total = shares.sum(axis=-1, keepdims=True)
    return shares / total @ v, (top + np.log(total))[..., 0]


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (q, k, v, size) -> dict."""
    given = inputs(rng, 1, 2, 7, 4, 3)
    q, k, v, size = given.values()
    found = solve(*given.values())
    for name, shape in (("output", q.shape), ("logsumexp", q.shape[:3]), ("running", (3, *q.shape[:3]))):
        if name not in found:
            yield f"The dict has no {name}."
            return
        if np.asarray(found[name]).shape != shape:
            yield f"{name} has shape {np.asarray(found[name]).shape}; {shape} is right for seven keys in blocks of three."
            return
    output, total, running = (np.asarray(found[name], dtype=float) for name in ("output", "logsumexp", "running"))
    whole = solve(q, k, v, 7)
    right, right_total = dense(q, k, v)
    if not np.allclose(np.asarray(whole["output"]), right, atol=1e-3):
        yield "With all keys in one block the output is not causal attention, softmax(q kᵀ / √width) v."
        return
    even = np.allclose(output, np.asarray(whole["output"]), atol=1e-3)
    if not even:
        yield "The output changed with the size of the blocks."
    if not np.allclose(np.asarray(whole["logsumexp"]), right_total, atol=1e-3):
        yield "With all keys in one block `logsumexp` is not the logarithm of the sum of the exponentials of the scores."
        return
    if not np.allclose(total, np.asarray(whole["logsumexp"]), atol=1e-3):
        yield "`logsumexp` changed with the size of the blocks."
    if not np.allclose(running[-1], total, atol=1e-3):
        yield "After the last block `running` must be `logsumexp`."
    elif (np.diff(running, axis=0) < -1e-3).any():
        yield "`running` fell from one block to the next: more keys can only raise a log-sum-exp."
    with np.errstate(all="ignore"):
        large = np.asarray(solve(1000.0 * q, k, v, 3)["output"], dtype=float)
    if even and not np.isfinite(large).all():
        yield "Scores of some thousands gave infinity or NaN: subtract the largest score so far before exp."
