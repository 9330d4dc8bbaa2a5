"""Logits, statistics and laws for sampling with temperature and top-k."""
from __future__ import annotations

import numpy as np
from study_lab import presuming

# Two frequencies from so many draws differ by less than the tolerance 0.055 at six deviations: 6 * sqrt(2 * 0.25 / 6000).
DRAWS = 6000
# So spaced that each of the known mistakes moves some frequency by more than 0.11 in some case.
LEVELS = np.array([2.0, 1.6, 1.3, 1.05, 0.6, 0.3, -0.3, -1.0])


def rows(rng, count):
    """logits (count, 8): the levels in a random order, a little moved. The last token is never among the likely ones."""
    order = np.stack([np.append(rng.permutation(7), 7) for _ in range(count)])
    return LEVELS[order] + rng.uniform(-0.04, 0.04, size=(count, 8))


def source(rng):
    return np.random.default_rng(rng.integers(2**32))


def cases(rng):
    """Yields (label, arguments): logits (batch, vocabulary), temperature, k, rng."""
    yield "three of eight tokens", {"logits": rows(rng, 1), "temperature": 1.0, "k": 3, "rng": source(rng)}
    yield "a low temperature", {"logits": rows(rng, 1), "temperature": 0.5, "k": 4, "rng": source(rng)}
    yield "a high temperature, two rows", {"logits": rows(rng, 2), "temperature": 2.5, "k": 4, "rng": source(rng)}
    yield "no limit", {"logits": rows(rng, 1), "temperature": 0.4, "k": 0, "rng": source(rng)}


def observe(solve, arguments):
    """The shape of the result, and how often each token was drawn: (rows, vocabulary), from DRAWS copies of each row."""
    logits = arguments["logits"]
    count, vocabulary = logits.shape
    tokens = np.asarray(solve(np.repeat(logits, DRAWS, axis=0), arguments["temperature"], arguments["k"], arguments["rng"]))
    if tokens.shape != (count * DRAWS,):
        return {"shape": str(tokens.shape), "frequency": np.zeros((count, vocabulary))}
    drawn = tokens.reshape(count, DRAWS)
    frequency = np.stack([(drawn == token).mean(axis=1) for token in range(vocabulary)], axis=1)
    return {"shape": str(tokens.shape), "frequency": frequency}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (logits, temperature, k, rng) -> (batch,)."""
    logits = 2.0 * rng.normal(size=(500, 6))
    tokens = np.asarray(solve(logits, 1.0, 2, source(rng)))
    if tokens.shape != (500,) or tokens.dtype.kind not in "iu":
        yield f"For 500 rows the result has shape {tokens.shape} and type {tokens.dtype}; (500,) integers are right."
        return

    rank = (logits > logits[np.arange(500), np.clip(tokens, 0, 5), None]).sum(axis=1)
    if (tokens < 0).any() or (tokens > 5).any() or (rank >= 2).any():
        yield "With k = 2 a token was drawn that is not among the two most likely ones of its row."
    if not np.array_equal(solve(logits, 1.0, 1, source(rng)), logits.argmax(axis=1)):
        yield "With k = 1 only the most likely token of each row can be drawn."
    spread = 5.0 * rng.permutation(6)[None]
    if not np.array_equal(solve(np.repeat(spread, 50, axis=0), 0.01, 0, source(rng)), [spread.argmax()] * 50):
        yield presuming("At a temperature near 0 the most likely token must come every time.")
    if len(set(np.asarray(solve(np.zeros((200, 6)), 1.0, 0, source(rng))).tolist())) < 6:
        yield "Of six equally likely tokens some never came in 200 rows: each row needs a draw of its own."

    first, again, other = (np.asarray(solve(logits, 1.0, 0, np.random.default_rng(seed))) for seed in (3, 3, 4))
    if not np.array_equal(first, again):
        yield "The same rng gave other tokens: take all randomness from rng."
    if np.array_equal(first, other):
        yield "Another rng gave the same tokens: take all randomness from rng."

    with np.errstate(all="ignore"):
        large = np.asarray(solve(np.array([[3000.0, 2990.0, 0.0]] * 20), 1.0, 0, source(rng)))
    if not np.isin(large, [0, 1]).all():
        yield presuming("Very large logits gave an impossible token: subtract the largest logit before exp.")


def picture(solve, rng):
    """How often each token came, against the full softmax."""
    logits = np.sort(rows(rng, 1), axis=1)[:, ::-1]
    tokens = np.asarray(solve(np.repeat(logits, 2000, axis=0), 1.0, 3, rng))
    full = np.exp(logits[0]) / np.exp(logits[0]).sum()
    return {
        "kind": "lines",
        "title": "Frequencies with k = 3, and the full softmax",
        "series": [
            {"name": "drawn", "values": [float((tokens == token).mean()) for token in range(8)]},
            {"name": "softmax", "values": full.tolist()},
        ],
        "x": "token, most likely first",
        "y": "share",
    }
