"""Fresh inputs and laws for the encoder layer."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


SMALL = "small numbers, where epsilon counts"


def layer(rng, d_model, d_ff):
    """The weights of an encoder layer; gains (d_model,) are far from 1 and biases from 0."""
    weights = {f"self_{name}": 1.2 * rng.normal(size=(d_model, d_model)) / np.sqrt(d_model) for name in "qkvo"}
    weights.update(
        self_gain=rng.uniform(0.5, 2.0, size=d_model),
        self_bias=0.5 * rng.normal(size=d_model),
        ffn_w_1=rng.normal(size=(d_model, d_ff)) / np.sqrt(d_model),
        ffn_b_1=0.5 * rng.normal(size=d_ff),
        ffn_w_2=rng.normal(size=(d_ff, d_model)) / np.sqrt(d_ff),
        ffn_b_2=0.5 * rng.normal(size=d_model),
        ffn_gain=rng.uniform(0.5, 2.0, size=d_model),
        ffn_bias=0.5 * rng.normal(size=d_model),
    )
    return weights


def cases(rng):
    """Yields (label, arguments)."""
    for label, shape, d_ff, heads, real in (
        ("two cases of five tokens, two heads", (2, 5, 8), 12, 2, None),
        ("padding at the end of one case", (2, 6, 6), 10, 3, (6, 3)),
        ("padding in all cases, four heads", (3, 5, 8), 8, 4, (2, 4, 1)),
        ("one token", (1, 1, 4), 6, 2, None),
        (SMALL, (2, 4, 6), 8, 2, None),
    ):
        mask = None if real is None else np.arange(shape[1]) < np.array(real)[:, None]
        x, weights = 1.5 * rng.normal(size=shape), layer(rng, shape[-1], d_ff)
        if label == SMALL:
            # The variance is then near epsilon in both normalizations.
            x = 0.01 * x
            weights.update({n: 0.01 * weights[n] for n in ("self_o", "self_gain", "self_bias", "ffn_w_2", "ffn_b_2")})
        yield label, {"x": x, "weights": weights, "heads": heads, "mask": mask}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (x, weights, heads, mask) -> (batch, tokens, d_model)."""
    x, weights = rng.normal(size=(2, 5, 8)), layer(rng, 8, 12)
    y = np.asarray(solve(x, weights, 2))
    if y.shape != x.shape:
        yield f"The input has shape {x.shape}, the result {y.shape}: layers are stacked, so both are the same."
        return

    plain = {**weights, "ffn_gain": np.ones(8), "ffn_bias": np.zeros(8)}
    z = np.asarray(solve(x, plain, 2))
    if not (np.allclose(z.mean(axis=-1), 0, atol=1e-4) and np.allclose(z.std(axis=-1), 1, atol=1e-2)):
        yield presuming("With gain 1 and bias 0 at the end a token has not mean 0 and deviation 1: normalizing comes last (post-LN).")

    # Without what the sub-layers add, only the residual connections and the two normalizations are left.
    silent = {**plain, "self_o": np.zeros((8, 8)), "ffn_w_2": np.zeros((12, 8)), "ffn_b_2": np.zeros(8)}
    silent.update(self_gain=np.ones(8), self_bias=np.zeros(8))
    normal = (x - x.mean(axis=-1, keepdims=True)) / x.std(axis=-1, keepdims=True)
    with np.errstate(all="ignore"):
        if not np.allclose(solve(x, silent, 2), normal, atol=1e-3):
            yield presuming("With sub-layers that give 0 the result must be the normalized input: both residual connections carry it.")

    turn = rng.permutation(5)
    if not np.allclose(solve(x[:, turn], weights, 2), y[:, turn], atol=1e-4):
        yield "The results did not follow the tokens to their new places: without positions the layer knows no order."
    if not np.allclose(solve(x[:1], weights, 2), y[:1], atol=1e-4):
        yield "Case 0 changed when case 1 left the batch."

    mask = np.array([[True] * 5, [True, True, True, False, False]])
    other = x.copy()
    other[1, 3:] = 10.0 * rng.normal(size=(2, 8))
    masked, moved = np.asarray(solve(x, weights, 2, mask)), np.asarray(solve(other, weights, 2, mask))
    if not np.allclose(masked[1, :3], moved[1, :3], atol=1e-4):
        yield "Real tokens changed when the padding behind them did: padding must be hidden as keys."
    if not np.allclose(solve(x[1:, :3], weights, 2), masked[1:, :3], atol=1e-4):
        yield "A case with two tokens of padding differs from the same case without them."

    with np.errstate(all="ignore"):
        sharp = {**weights, "self_q": 3000.0 * weights["self_q"]}
        found = np.asarray(solve(x, sharp, 2))
        louder = np.concatenate([x[:1], 3.0 * x[1:]])
        if not np.isfinite(found).all():
            yield presuming("Scores of thousands gave NaN or infinity: subtract the largest score of each row before exp.")
        elif not np.allclose(solve(louder, sharp, 2)[:1], found[:1], atol=1e-3):
            yield presuming("With scores of thousands case 0 changed when the scores of case 1 grew: subtract the largest of each row, not of all.")
    # The scores among real tokens are -20000, those of the padding 20000.
    steep = {**weights, "self_q": 100.0 * np.eye(8), "self_k": -100.0 * np.eye(8)}
    flat = np.ones((2, 5, 8)) * np.tile([1.0, -1.0], 4)
    flat[1, 3:] *= -1.0
    louder = flat.copy()
    louder[1, 3:] *= 1.5
    if not np.allclose(np.asarray(solve(flat, steep, 2, mask))[1, :3], np.asarray(solve(louder, steep, 2, mask))[1, :3], atol=1e-3):
        yield presuming("With large scores real tokens changed with the padding: minus infinity hides a key whatever the scores are, a number such as -10000 does not.")
