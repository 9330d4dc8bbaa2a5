"""Fresh layers, and laws of the low-rank update."""
from __future__ import annotations

import numpy as np


def layer(rng, lead, width_in, out, r, alpha):
    """Arguments for inputs of shape (*lead, width_in)."""
    return {
        "x": rng.normal(size=(*lead, width_in)),
        "weight": rng.normal(size=(out, width_in)) / np.sqrt(width_in),
        "a": rng.normal(size=(r, width_in)),
        "b": rng.normal(size=(out, r)),
        "alpha": alpha,
        "bias": rng.normal(size=out),
    }


def cases(rng):
    """Yields (label, arguments): x (..., in), weight (out, in), a (r, in), b (out, r), alpha, bias (out,)."""
    yield "a square layer", layer(rng, (5,), 6, 6, 2, 3.0)
    yield "more outputs than inputs", layer(rng, (2, 3), 4, 7, 3, 16.0)
    yield "fewer outputs than inputs", layer(rng, (4,), 8, 5, 2, 1.0)
    yield "a square layer, batches", layer(rng, (2, 2), 5, 5, 3, 8.0)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (x, weight, a, b, alpha, bias) -> (..., out)."""
    given = layer(rng, (50,), 5, 7, 2, 4.0)
    x, weight, a, b, alpha, bias = given.values()

    def run(**changed):
        return np.asarray(solve(*{**given, **changed}.values()), dtype=float)

    base = x @ weight.T + bias
    found = run()
    if found.shape != (50, 7):
        yield f"For 50 inputs and 7 outputs the result has shape {found.shape}; (50, 7) is right."
        return
    if not np.allclose(run(b=np.zeros_like(b)), base, atol=1e-4):
        yield "With B = 0 the layer must be the pretrained one, bias included."
        return
    if not np.allclose(run(b=2 * b) - base, 2 * (found - base), atol=1e-3):
        yield "With B doubled the update must double and nothing else change."
        return
    update = found - base
    rank = int((np.linalg.svd(update, compute_uv=False) > 1e-3).sum())
    if rank > 2:
        yield f"Over 50 inputs the update has the rank {rank}; it can have at most r = 2."
        return
    if not np.allclose(run(alpha=2 * alpha), base + 2 * update, atol=1e-3):
        yield "With α doubled the update must double."
        return
    # Two copies of the same adapter have twice the rank, and with the same α the same update.
    twice = run(a=np.concatenate([a, a]), b=np.concatenate([b, b], axis=1))
    if not np.allclose(twice, found, atol=1e-3):
        yield "An adapter written twice into one of rank 2r, with the same α, must give the same update: α is divided by the rank."
        return
    if not np.allclose(found, x @ (weight + alpha / 2 * b @ a).T + bias, atol=1e-3):
        yield "The layer must equal the frozen one with W + (α/r) B A in place of W."
