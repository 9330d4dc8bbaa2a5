"""Fresh inputs and laws for the feed-forward network."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def network(rng, d_model, d_ff):
    """w_1 (d_model, d_ff), b_1 (d_ff,), w_2 (d_ff, d_model), b_2 (d_model,)."""
    return {
        "w_1": rng.normal(size=(d_model, d_ff)) / np.sqrt(d_model),
        "b_1": rng.normal(size=d_ff),
        "w_2": rng.normal(size=(d_ff, d_model)) / np.sqrt(d_ff),
        "b_2": rng.normal(size=d_model),
    }


def cases(rng):
    """Yields (label, arguments): x (batch, tokens, d_model) and the weights."""
    for label, shape, d_ff in (
        ("two cases of five tokens", (2, 5, 4), 16),
        ("one token", (1, 1, 6), 9),
        ("d_ff equal to d_model", (2, 3, 5), 5),
        ("as many tokens as features", (3, 4, 4), 8),
    ):
        yield label, {"x": 1.5 * rng.normal(size=shape), "weights": network(rng, shape[-1], d_ff)}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (x, weights) -> (batch, tokens, d_model)."""
    x, weights = rng.normal(size=(2, 4, 6)), network(rng, 6, 12)
    y = np.asarray(solve(x, weights))
    if y.shape != x.shape:
        yield f"The input has shape {x.shape}, the result {y.shape}: the network leads back to d_model."
        return

    other = x.copy()
    other[0, 1] += 1.0
    changed = ~np.isclose(solve(other, weights), y, atol=1e-5).all(axis=-1)
    if changed[1].any() or changed[0, [0, 2, 3]].any():
        yield "Other tokens changed when token 1 of case 0 did: the network works on each position separately (Section 3.3)."
    if not np.allclose(solve(x[:, ::-1].copy(), weights), y[:, ::-1], atol=1e-5):
        yield "The same token gave another result at another position: all positions share the same weights."

    asleep = {**weights, "b_1": np.full(12, -100.0)}
    if not np.allclose(solve(x, asleep), weights["b_2"], atol=1e-4):
        yield presuming("With b_1 = -100 every hidden unit is off, so the result must be b_2.")
    plain = {**weights, "b_1": np.zeros(12), "b_2": np.zeros(6)}
    once, thrice = np.asarray(solve(x, plain)), np.asarray(solve(3.0 * x, plain))
    if not np.allclose(thrice, 3.0 * once, atol=1e-4):
        yield presuming("Without biases, three times the input must give three times the result: so it is with max(0, ·).")
    if np.allclose(solve(-x, plain), -once, atol=1e-4):
        yield "Without biases the result just changed its sign with the input: the non-linearity is missing."
    flipped = {**weights, "w_2": -weights["w_2"], "b_2": -weights["b_2"]}
    if not np.allclose(solve(x, flipped), -y, atol=1e-4):
        yield "With w_2 and b_2 negated the result must change its sign: nothing follows the second linear map."
