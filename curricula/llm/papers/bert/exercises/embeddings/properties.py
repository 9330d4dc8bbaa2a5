"""Fresh tables and laws for the input embeddings."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def tables(rng, vocabulary, positions, hidden):
    """Weights as in the exercise, with gains and biases far from 1 and 0."""
    return {
        "token": rng.normal(size=(vocabulary, hidden)),
        "segment": rng.normal(size=(2, hidden)),
        "position": rng.normal(size=(positions, hidden)),
        "gain": rng.uniform(0.5, 2.0, size=hidden) * rng.choice([-1.0, 1.0], size=hidden),
        "bias": rng.normal(size=hidden),
    }


def pairs(rng, batch, length, vocabulary):
    """Token and segment ids (batch, length); in each sequence sentence B begins at a place of its own."""
    begin = rng.integers(2, length, size=(batch, 1))
    return {
        "token_ids": rng.integers(0, vocabulary, size=(batch, length)),
        "segment_ids": (np.arange(length)[None] >= begin).astype(np.int64),
    }


def cases(rng):
    """Yields (label, arguments): token_ids and segment_ids (batch, length), weights, epsilon."""
    yield "two pairs of sentences", {**pairs(rng, 2, 7, 12), "weights": tables(rng, 12, 16, 6)}
    yield "three pairs, eight hidden units", {**pairs(rng, 3, 5, 9), "weights": tables(rng, 9, 8, 8), "epsilon": 1e-12}
    yield "a large epsilon", {**pairs(rng, 2, 6, 10), "weights": tables(rng, 10, 9, 5), "epsilon": 0.3}
    alone = {"token_ids": rng.integers(0, 10, size=(1, 4)), "segment_ids": np.zeros((1, 4), dtype=np.int64)}
    yield "a single sentence", {**alone, "weights": tables(rng, 10, 6, 7)}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (token_ids, segment_ids, weights) -> (batch, length, hidden)."""
    given, weights = pairs(rng, 3, 6, 10), tables(rng, 10, 12, 8)
    tokens, segments = given["token_ids"], given["segment_ids"]
    out = np.asarray(solve(tokens, segments, weights))
    if out.shape != (3, 6, 8):
        yield f"Three sequences of six tokens gave shape {out.shape}; (3, 6, 8) is right for eight hidden units."
        return

    plain = {**weights, "gain": np.ones(8), "bias": np.zeros(8)}
    even = np.asarray(solve(tokens, segments, plain))
    if not (np.allclose(even.mean(axis=-1), 0, atol=1e-4) and np.allclose(even.std(axis=-1), 1, atol=1e-3)):
        yield presuming("With gain 1 and bias 0 the hidden units of a token do not have mean 0 and deviation 1: normalize the sum.")

    other = segments.copy()
    other[1, 3] = 1 - other[1, 3]
    changed = np.abs(np.asarray(solve(tokens, other, weights)) - out).max(axis=-1) > 1e-5
    if not changed[1, 3]:
        yield "Another segment id left its token's embedding as it was: the segment embedding is not added."
    changed[1, 3] = False
    if changed.any():
        yield "Another segment id changed the embedding of other tokens: each token has its own three rows."

    same = np.full((1, 6), 4)
    constant = np.asarray(solve(same, np.zeros_like(same), weights))[0]
    if np.allclose(constant[1:], constant[:1], atol=1e-4):
        yield "The same token got the same embedding at every position: the position embedding is not added."

    shorter = np.asarray(solve(tokens[:, :4], segments[:, :4], weights))
    if not np.allclose(shorter, out[:, :4], atol=1e-5):
        yield "Tokens got other embeddings when the sequence was cut behind them: positions count from the beginning."

    # An embedding moved from one table to all rows of another leaves the sum as it is.
    shift = rng.normal(size=8)
    moved = {**weights, "token": weights["token"] + shift, "segment": weights["segment"] - shift}
    if not np.allclose(solve(tokens, segments, moved), out, atol=1e-4):
        yield "A vector moved from all segment rows to all token rows changed the result: the three are added with equal weight."
