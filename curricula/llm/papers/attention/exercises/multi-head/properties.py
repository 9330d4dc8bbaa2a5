"""Fresh inputs and laws for multi-head attention."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def matrices(rng, d_model):
    """w_q, w_k, w_v and w_o, each (d_model, d_model)."""
    return {name: 1.3 * rng.normal(size=(d_model, d_model)) / np.sqrt(d_model) for name in ("w_q", "w_k", "w_v", "w_o")}


def inputs(rng, batch, queries, keys, d_model, heads, mask=None):
    """Arguments with query (batch, queries, d_model) and key and value (batch, keys, d_model), all different."""
    return {
        "query": rng.normal(size=(batch, queries, d_model)),
        "key": rng.normal(size=(batch, keys, d_model)),
        "value": rng.normal(size=(batch, keys, d_model)),
        "weights": matrices(rng, d_model),
        "heads": heads,
        "mask": mask,
    }


def cases(rng):
    """Yields (label, arguments)."""
    self_attention = inputs(rng, 2, 5, 5, 8, 2)
    self_attention["key"] = self_attention["value"] = self_attention["query"]
    yield "self-attention, two heads", self_attention
    yield "three queries, seven keys, three heads", inputs(rng, 2, 3, 7, 12, 3)
    yield "causal mask, four heads", inputs(rng, 3, 6, 6, 8, 4, np.tri(6, dtype=bool))
    padding = np.arange(5) < np.array([3, 5])[:, None, None]
    yield "a mask for each case", inputs(rng, 2, 4, 5, 6, 2, np.repeat(padding, 4, axis=1))
    yield "one head", inputs(rng, 1, 4, 4, 4, 1)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (query, key, value, weights, heads, mask) -> like query."""
    query, key, value = rng.normal(size=(2, 3, 8)), rng.normal(size=(2, 5, 8)), rng.normal(size=(2, 5, 8))
    weights = matrices(rng, 8)
    y = np.asarray(solve(query, key, value, weights, 2))
    if y.shape != (2, 3, 8):
        yield f"For two cases of three queries with d_model 8 the result has shape {y.shape}; (2, 3, 8) is right."
        return

    turn = rng.permutation(5)
    if not np.allclose(solve(query, key[:, turn], value[:, turn], weights, 2), y, atol=1e-4):
        yield "The result changed when keys and values changed their places together: a set of keys has no order."
    if not np.allclose(solve(query[:, ::-1].copy(), key, value, weights, 2), y[:, ::-1], atol=1e-4):
        yield "The results did not follow the queries to their new places: queries must not mix."
    if not np.allclose(solve(query[:1], key[:1], value[:1], weights, 2), y[:1], atol=1e-4):
        yield "Case 0 changed when case 1 left the batch."

    # Head 1 with its rows of w_o at 0 is not heard, so its columns of the projections can't matter.
    deaf = {**weights, "w_o": weights["w_o"].copy()}
    deaf["w_o"][4:] = 0.0
    other = {name: w.copy() for name, w in deaf.items()}
    for name in ("w_q", "w_k", "w_v"):
        other[name][:, 4:] = rng.normal(size=(8, 4))
    if not np.allclose(solve(query, key, value, other, 2), solve(query, key, value, deaf, 2), atol=1e-4):
        yield "Columns 4 to 7 of the projections, head 1, reached rows 0 to 3 of w_o, head 0: a head is a block of features."
    exchanged = {name: np.roll(w, 4, axis=0 if name == "w_o" else 1) for name, w in weights.items()}
    if not np.allclose(solve(query, key, value, exchanged, 2), y, atol=1e-4):
        yield "The result changed when both heads exchanged their places in all four matrices."

    mask = np.ones((2, 3, 5), dtype=bool)
    mask[1, :, 2] = False
    far = value.copy()
    far[:, 2] = 50.0
    near_y, far_y = (np.asarray(solve(query, key, v, weights, 2, mask)) for v in (value, far))
    if not np.allclose(near_y[1], far_y[1], atol=1e-3):
        yield "Case 1 changed with value 2, which its mask forbids."
    if np.allclose(near_y[0], far_y[0], atol=1e-3):
        yield "Case 0 did not change with value 2, which its mask allows: each case has its own mask."

    with np.errstate(all="ignore"):
        if not np.isfinite(np.asarray(solve(query, key, value, {**weights, "w_q": 3000.0 * weights["w_q"]}, 2))).all():
            yield presuming("Scores of thousands gave NaN or infinity: subtract the largest score of each row before exp.")
    # All allowed scores are -20000 or less, that of the forbidden key 20000.
    steep = {**weights, "w_q": np.eye(8), "w_k": np.eye(8)}
    steep_key = np.full((2, 5, 8), -100.0)
    steep_key[1, 2] = 100.0
    near_y, far_y = (np.asarray(solve(np.full((2, 3, 8), 100.0), steep_key, v, steep, 2, mask))[1] for v in (value, far))
    if not np.allclose(near_y, far_y, atol=1e-3):
        yield presuming("With large scores the result changed with a value that the mask forbids: minus infinity hides a key whatever the scores are, a number such as -10000 does not.")
    # With equal scores a share of e^-50 is left to a key that is hidden by a score 50 below the others.
    loud = value.copy()
    loud[1, 2] *= 1e30
    even = [np.asarray(solve(np.zeros((2, 3, 8)), steep_key, v, steep, 2, mask))[1] for v in (value, loud)]
    if not np.allclose(*even, atol=1e-3):
        yield presuming("A forbidden value of 1e30 was seen: minus infinity hides a key entirely, a number that lies below the other scores does not.")
