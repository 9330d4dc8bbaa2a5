"""Fresh inputs, laws and a picture for the decoder layer."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


SMALL = "small numbers, where epsilon counts"


def layer(rng, d_model, d_ff):
    """The weights of a decoder layer; gains (d_model,) are far from 1 and biases from 0."""
    weights = {}
    for name in ("self", "cross"):
        weights.update({f"{name}_{w}": 1.2 * rng.normal(size=(d_model, d_model)) / np.sqrt(d_model) for w in "qkvo"})
    weights.update(
        ffn_w_1=rng.normal(size=(d_model, d_ff)) / np.sqrt(d_model),
        ffn_b_1=0.5 * rng.normal(size=d_ff),
        ffn_w_2=rng.normal(size=(d_ff, d_model)) / np.sqrt(d_ff),
        ffn_b_2=0.5 * rng.normal(size=d_model),
    )
    for name in ("self", "cross", "ffn"):
        weights[f"{name}_gain"] = rng.uniform(0.5, 2.0, size=d_model)
        weights[f"{name}_bias"] = 0.5 * rng.normal(size=d_model)
    return weights


def cases(rng):
    """Yields (label, arguments)."""
    for label, batch, targets, sources, d_model, d_ff, heads, real in (
        ("four targets, six sources, two heads", 2, 4, 6, 8, 12, 2, None),
        ("as many targets as sources", 2, 5, 5, 6, 10, 3, None),
        ("padding in the source", 3, 5, 6, 8, 8, 4, (6, 2, 4)),
        ("padding, as many targets as sources", 2, 4, 4, 4, 6, 2, (4, 2)),
        ("the first token", 1, 1, 3, 4, 6, 2, None),
        (SMALL, 2, 4, 3, 6, 8, 2, None),
    ):
        y, weights = 1.5 * rng.normal(size=(batch, targets, d_model)), layer(rng, d_model, d_ff)
        if label == SMALL:
            # The variance is then near epsilon in all three normalizations.
            y = 0.01 * y
            parts = ("self_o", "self_gain", "self_bias", "cross_o", "cross_gain", "cross_bias", "ffn_w_2", "ffn_b_2")
            weights.update({name: 0.01 * weights[name] for name in parts})
        yield label, {
            "y": y,
            "memory": rng.normal(size=(batch, sources, d_model)),
            "weights": weights,
            "heads": heads,
            "memory_mask": None if real is None else np.arange(sources) < np.array(real)[:, None],
        }


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (y, memory, weights, heads, memory_mask) -> like y."""
    y, memory, weights = rng.normal(size=(2, 6, 8)), rng.normal(size=(2, 4, 8)), layer(rng, 8, 12)
    out = np.asarray(solve(y, memory, weights, 2))
    if out.shape != y.shape:
        yield f"y has shape {y.shape}, the result {out.shape}: each target position has one result."
        return

    other = y.copy()
    other[:, 2] += rng.normal(size=8)
    changed = ~np.isclose(solve(other, memory, weights, 2), out, atol=1e-4).all(axis=(0, 2))
    if changed[:2].any():
        yield f"Position {np.flatnonzero(changed)[0]} changed when token 2 changed: your mask lets the future through."
    if not changed[2:].all():
        yield "A later position did not change with token 2: each position sees itself and all that came before."
    if not np.allclose(solve(y[:, :3], memory, weights, 2), out[:, :3], atol=1e-4):
        yield "The first three positions differ when the others are not there yet."

    turn = rng.permutation(4)
    if not np.allclose(solve(y, memory[:, turn], weights, 2), out, atol=1e-4):
        yield "The result changed with the order of the memory: every position looks at the whole source."
    source = memory.copy()
    source[:, 3] += rng.normal(size=8)  # the same number everywhere would vanish in a normalization
    if np.isclose(solve(y, source, weights, 2), out, atol=1e-5).all(axis=(0, 2)).any():
        yield "A position did not change with the last token of the source: every position looks at the whole source."

    mask = np.array([[True] * 4, [True, True, False, False]])
    source[1, 2:] = 10.0 * rng.normal(size=(2, 8))
    source[1, :2], source[0] = memory[1, :2], memory[0]
    if not np.allclose(solve(y, source, weights, 2, mask), solve(y, memory, weights, 2, mask), atol=1e-4):
        yield "The result changed with the padding of the source: memory_mask must hide it."

    plain = {**weights, "ffn_gain": np.ones(8), "ffn_bias": np.zeros(8)}
    z = np.asarray(solve(y, memory, plain, 2))
    if not (np.allclose(z.mean(axis=-1), 0, atol=1e-4) and np.allclose(z.std(axis=-1), 1, atol=1e-2)):
        yield presuming("With gain 1 and bias 0 at the end a token has not mean 0 and deviation 1: normalizing comes last (post-LN).")
    # Without what the sub-layers add, only the residual connections and the normalizations are left.
    silent = {**plain, **{name: np.zeros_like(plain[name]) for name in ("self_o", "cross_o", "ffn_w_2", "ffn_b_2")}}
    for name in ("self", "cross"):
        silent.update({f"{name}_gain": np.ones(8), f"{name}_bias": np.zeros(8)})
    normal = (y - y.mean(axis=-1, keepdims=True)) / y.std(axis=-1, keepdims=True)
    with np.errstate(all="ignore"):
        if not np.allclose(solve(y, memory, silent, 2), normal, atol=1e-3):
            yield presuming("With sub-layers that give 0 the result must be the normalized input: three residual connections carry it.")

    with np.errstate(all="ignore"):
        for name in ("self_q", "cross_q"):
            sharp = {**weights, name: 3000.0 * weights[name]}
            found = np.asarray(solve(y, memory, sharp, 2))
            louder = [np.concatenate([one[:1], 3.0 * one[1:]]) for one in (y, memory)]
            if not np.isfinite(found).all():
                yield presuming("Scores of thousands gave NaN or infinity: subtract the largest score of each row before exp.")
            elif not np.allclose(solve(*louder, sharp, 2)[:1], found[:1], atol=1e-3):
                yield presuming("With scores of thousands case 0 changed when the scores of case 1 grew: subtract the largest of each row, not of all.")
                break
    # The score of a token with itself is -20000, that with a later one 20000.
    steep = {**weights, "self_q": 100.0 * np.eye(8), "self_k": -100.0 * np.eye(8)}
    flat = np.ones((2, 4, 8)) * np.tile([1.0, -1.0], 4)
    flat[:, 1:] *= -1.0
    louder = flat.copy()
    louder[:, 1:] *= 1.5
    if not np.allclose(np.asarray(solve(flat, memory, steep, 2))[:, 0], np.asarray(solve(louder, memory, steep, 2))[:, 0], atol=1e-3):
        yield presuming("With large scores position 0 changed with later ones: minus infinity hides a key whatever the scores are, a number such as -10000 does not.")


def picture(solve, rng):
    """How far each position (rows) moves when one token (columns) changes: nothing above the diagonal."""
    y, memory, weights = rng.normal(size=(1, 10, 8)), rng.normal(size=(1, 5, 8)), layer(rng, 8, 16)
    out = np.asarray(solve(y, memory, weights, 2))
    moved, change = np.empty((10, 10)), rng.normal(size=8)
    for token in range(10):
        other = y.copy()
        other[:, token] += change
        moved[:, token] = np.abs(np.asarray(solve(other, memory, weights, 2)) - out)[0].max(axis=-1)
    return {
        "kind": "heat",
        "title": "How far each position moves when one token changes (right of the diagonal lies the future)",
        "series": [{"name": "yours", "values": moved.tolist()}],
        "x": "changed token",
        "y": "position",
    }
