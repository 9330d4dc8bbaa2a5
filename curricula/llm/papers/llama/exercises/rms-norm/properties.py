"""Fresh rows, and laws of RMSNorm."""
from __future__ import annotations

import numpy as np


def inputs(rng, shape, epsilon, scale=1.0, shift=0.5):
    return {"x": scale * (rng.normal(size=shape) + shift), "gain": rng.uniform(0.3, 1.8, size=shape[-1]), "epsilon": epsilon}


def cases(rng):
    """Yields (label, arguments): x (..., width), gain (width,), epsilon."""
    yield "a batch of sequences", inputs(rng, (2, 3, 8), 1e-6)
    yield "small values", inputs(rng, (4, 6), 1e-3, scale=0.02)
    yield "a large epsilon", inputs(rng, (3, 5), 0.5)
    zero = inputs(rng, (3, 4), 1e-5)
    zero["x"][1] = 0.0
    yield "a row of zeros", zero


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (x, gain, epsilon) -> the shape of x."""
    x, ones = 1.0 + rng.normal(size=(6, 8)), np.ones(8)
    found = np.asarray(solve(x, ones, 1e-9), dtype=float)
    if found.shape != x.shape:
        yield f"The result has shape {found.shape}; {x.shape}, that of x, is right."
        return
    size = np.sqrt((found**2).mean(axis=-1))
    if not np.allclose(size, 1.0, atol=1e-3):
        yield f"With a gain of 1 each row must have the root mean square 1; a row has {size[np.abs(size - 1).argmax()]:.4g}."
        return
    if not np.allclose(np.asarray(solve(100.0 * x, ones, 1e-9)), found, atol=1e-3):
        yield "A row a hundred times as large must give the same result."
    turned = found / np.where(np.abs(x) > 0.05, x, np.nan)
    if not np.allclose(np.nanmin(turned, axis=-1), np.nanmax(turned, axis=-1), rtol=1e-2):
        yield "Each row must only be scaled: result and input must have the same direction. A mean was subtracted, or rows were mixed."
        return
    if not np.allclose(np.asarray(solve(x[2:3], ones, 1e-9))[0], found[2], atol=1e-4):
        yield "A row alone must give what it gives among others."
        return
    gain = rng.uniform(0.5, 2.0, size=8)
    if not np.allclose(np.asarray(solve(x, gain, 1e-9)), gain * found, atol=1e-3):
        yield "Each feature must be multiplied by its gain."
        return
    # Only where the rest is right does epsilon come into question.
    flat = np.asarray(solve(np.full((1, 8), 0.01), ones, 1e-4), dtype=float)
    if not np.allclose(flat, 0.01 / np.sqrt(2e-4), rtol=1e-2):
        yield f"A row of 0.01 with epsilon = 0.0001 gives {flat.ravel()[0]:.4g}; 0.01 / √(0.0001 + 0.0001) = {0.01 / np.sqrt(2e-4):.4g} is right."
