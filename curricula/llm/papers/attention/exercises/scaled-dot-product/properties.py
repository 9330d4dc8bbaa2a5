"""Fresh inputs, laws and the attention map of scaled dot-product attention."""
from __future__ import annotations

import numpy as np
from reference import attention
from study_lab import presuming


def inputs(rng, lead, queries, keys, d_k, d_v, mask=None):
    """Arguments: q (*lead, queries, d_k), k (*lead, keys, d_k), v (*lead, keys, d_v) and the mask."""
    return {
        "q": 1.5 * rng.normal(size=(*lead, queries, d_k)),
        "k": rng.normal(size=(*lead, keys, d_k)),
        "v": rng.normal(size=(*lead, keys, d_v)),
        "mask": mask,
    }


def open_mask(rng, *shape):
    """A bool mask (..., queries, keys): each query may look at a key and not at another, each key may be looked at.

    So even a mask that is turned round, or a softmax along the wrong axis, finds no empty row: such a row is a case of its own.
    """
    queries, keys = shape[-2:]
    offset = np.arange(queries)[:, None] + np.arange(keys)
    mask = rng.random(shape) < 0.5
    return (mask | (offset % min(queries, keys) == 0)) & ((offset + 1) % min(queries, keys) != 0)


def one_far_above(rng):
    """Two queries whose scores differ by a thousand, while those of one query lie close together.

    Whole numbers and d_k = 16 keep the scores exact in float32 too, so that their size costs no accuracy.
    """
    q, k = (rng.integers(-1, 2, size=(rows, 16)).astype(np.float64) for rows in (2, 5))
    q[:, 0], k[:, 0] = (100.0, 0.0), 40.0
    return {"q": q, "k": k, "v": rng.normal(size=(5, 3)), "mask": None}


def cases(rng):
    """Yields (label, arguments): q, k, v and mask. What is special about the last two shows no other mistake."""
    yield "four queries, seven keys", inputs(rng, (), 4, 7, 5, 3)
    yield "as many queries as keys as d_k", inputs(rng, (2,), 4, 4, 4, 4)
    yield "batch and heads, one mask for all", inputs(rng, (2, 3), 5, 5, 4, 2, open_mask(rng, 5, 5))
    yield "a mask for each case, spread over heads", inputs(rng, (2, 2), 3, 6, 4, 4, open_mask(rng, 2, 1, 3, 6))
    yield "a mask for each case and query", inputs(rng, (2,), 6, 5, 3, 4, open_mask(rng, 2, 6, 5))
    turn = np.eye(4)[rng.permutation(4)]
    yield "scores of thousands", {"q": 80.0 * np.eye(4), "k": 80.0 * turn, "v": rng.normal(size=(4, 3)), "mask": None}
    yield "one query with scores far above the other's", one_far_above(rng)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (q, k, v, mask) -> (output, weights)."""
    q, k, v = rng.normal(size=(2, 3, 4)), rng.normal(size=(2, 5, 4)), rng.normal(size=(2, 5, 6))
    result = solve(q, k, v)
    if not isinstance(result, (tuple, list)) or len(result) != 2:
        yield "Two values are wanted: the tuple (output, weights)."
        return
    output, weights = (np.asarray(part) for part in result)
    for name, got, shape in (("output", output, (2, 3, 6)), ("weights", weights, (2, 3, 5))):
        if got.shape != shape:
            yield f"For q {q.shape}, k {k.shape} and v {v.shape}, {name} has shape {got.shape}; {shape} is right."
            return
    if not np.allclose(weights.sum(axis=-1), 1, atol=1e-4) or weights.min() < 0:
        yield presuming("The weights of a query over the keys are not shares of 1: the softmax runs over the last axis.")
    if not np.allclose(output, weights @ v, atol=1e-4):
        yield "The output is not the mean of the values by the returned weights."

    turn = rng.permutation(5)
    if not np.allclose(solve(q, k[:, turn], v[:, turn])[0], output, atol=1e-4):
        yield "The output changed when keys and values changed their places together: a set of keys has no order."
    if not np.allclose(solve(q, k + rng.normal(size=4), v)[0], output, atol=1e-4):
        yield "The output changed when one vector was added to all keys: all scores of a query move alike, the softmax must not."

    # Features written twice double the dot product and d_k; 2^(1/4) in q and k makes up for the root.
    twice = [np.concatenate([a, a], axis=-1) / 2**0.25 for a in (q, k)]
    if not np.allclose(solve(*twice, v)[0], output, atol=1e-4):
        yield presuming("The weights depend on d_k although scores and their deviation grew alike: divide by the root of d_k.")

    mask = np.ones((3, 5), dtype=bool)
    mask[:, 2] = False
    other_k, other_v = k.copy(), v.copy()
    other_k[:, 2], other_v[:, 2] = 5.0, 100.0
    hidden, moved = np.asarray(solve(q, k, v, mask)[0]), np.asarray(solve(q, other_k, other_v, mask)[0])
    if not np.allclose(hidden, moved, atol=1e-4):
        yield "The output changed with key 2, which the mask forbids."
    if not np.allclose(solve(q, np.delete(k, 2, 1), np.delete(v, 2, 1))[0], hidden, atol=1e-4):
        yield "A key behind the mask is not the same as a key that is not there: the remaining weights must sum to 1."

    with np.errstate(all="ignore"):
        large = np.asarray(solve(1e4 * q, k, v)[0])
    if not np.isfinite(large).all():
        yield presuming("Scores of ten thousand gave NaN or infinity: subtract the largest score of a row before exp.")

    # All allowed scores are -20000 or less, that of the forbidden key 20000.
    steep_q, steep_k, hidden = np.full((1, 4), 100.0), np.array([-100.0, -101.0, 100.0])[:, None] * np.ones(4), np.array([[True, True, False]])
    steep_v = rng.normal(size=(3, 2))
    here, there = (np.asarray(solve(steep_q, steep_k, steep_v + [[0.0], [0.0], [far]], hidden)[0]) for far in (0.0, 9.0))
    if not np.allclose(here, there, atol=1e-3):
        yield presuming("With large scores the output changed with a forbidden key's value: minus infinity hides a key whatever the scores are, a number such as -10000 does not.")
    # With equal scores a share of e^-50 is left to a key that is hidden by a score 50 below the others.
    elif not np.isclose(np.asarray(solve(0.0 * steep_q, steep_k, steep_v * [[1.0], [1.0], [1e30]], hidden)[0]), steep_v[:2].mean(axis=0), atol=1e-3).all():
        yield presuming("A forbidden key's value of 1e30 was seen: minus infinity hides a key entirely, a number that lies below the other scores does not.")


def remarks(solve, rng):
    """Yields what may be known beside a pass: the paper does not say what a query gets that may look at no key."""
    q, k, v = rng.normal(size=(1, 4)), rng.normal(size=(3, 4)), 1.0 + rng.random(size=(3, 2))
    output = np.asarray(solve(q, k, v, np.zeros((1, 3), dtype=bool))[0])
    if np.isnan(output).any():
        yield "A query that may look at no key gets NaN in your code; ours gives 0. The paper does not say."
    elif not np.allclose(output, 0, atol=1e-5):
        yield "A query that may look at no key spreads its weight in your code; ours gives 0. The paper does not say."


def picture(solve, rng):
    """Attention maps of ten tokens with a causal mask: the learner's weights beside the reference's."""
    x = rng.normal(size=(10, 8))
    q, k, mask = 1.5 * x + 0.5 * rng.normal(size=x.shape), x, np.tri(10, dtype=bool)
    return {
        "kind": "heat",
        "title": "Attention of ten tokens that see themselves and what was before them",
        "series": [
            {"name": "yours", "values": np.asarray(solve(q, k, x, mask)[1]).tolist()},
            {"name": "reference", "values": attention(q, k, x, mask)[1].tolist()},
        ],
        "x": "key",
        "y": "query",
    }
