"""Logits, statistics and laws for nucleus sampling."""
from __future__ import annotations

import numpy as np

# Two frequencies from so many draws differ by less than the tolerance 0.055 at six deviations: 6 * sqrt(2 * 0.25 / 6000).
DRAWS = 6000
# In so many calls: code that draws one number for all rows of a call must not look like code that draws none.
CALLS = 20


def row(rng, shares):
    """logits (1, vocabulary) with these probabilities in a random order that does not begin with the likeliest one."""
    shares = np.array(shares, dtype=float)
    while True:
        order = rng.permutation(len(shares))
        # Neither in order nor turned round, so that a cumulative sum that is not sorted shows.
        if order[0] > 2 and order[-1] not in (0, len(shares) - 1) and order[1] > 1:
            break
    return np.log(shares / shares.sum())[order][None] + rng.uniform(-2, 2)


def source(rng):
    return np.random.default_rng(rng.integers(2**32))


def cases(rng):
    """Yields (label, arguments): logits (batch, vocabulary), temperature, p, rng."""
    flat = [0.30, 0.26, 0.20, 0.14, 0.06, 0.04]
    steep = [0.62, 0.16, 0.10, 0.07, 0.03, 0.02]
    yield "p = 0.7", {"logits": row(rng, flat), "temperature": 1.0, "p": 0.7, "rng": source(rng)}
    yield "a sure row", {"logits": row(rng, steep), "temperature": 1.0, "p": 0.5, "rng": source(rng)}
    yield "two rows, hot", {"logits": np.concatenate([row(rng, steep), row(rng, flat)]), "temperature": 2.5, "p": 0.6, "rng": source(rng)}
    yield "two kept tokens, one of them much likelier", {"logits": row(rng, steep), "temperature": 1.0, "p": 0.72, "rng": source(rng)}
    yield "a sure row before an unsure one", {"logits": np.concatenate([row(rng, steep), row(rng, flat)]), "temperature": 1.0, "p": 0.6, "rng": source(rng)}
    yield "cold", {"logits": row(rng, flat), "temperature": 0.4, "p": 0.85, "rng": source(rng)}


def observe(solve, arguments):
    """The shape of the result, and how often each token was drawn: (rows, vocabulary), from DRAWS copies of each row."""
    logits = arguments["logits"]
    count, vocabulary = logits.shape
    many, each = np.repeat(logits, DRAWS // CALLS, axis=0), []
    for _ in range(CALLS):
        tokens = np.asarray(solve(many, arguments["temperature"], arguments["p"], arguments["rng"]))
        if tokens.shape != (len(many),):
            return {"shape": str(tokens.shape), "frequency": np.zeros((count, vocabulary))}
        each.append(tokens.reshape(count, -1))
    drawn = np.concatenate(each, axis=1)
    frequency = np.stack([(drawn == token).mean(axis=1) for token in range(vocabulary)], axis=1)
    return {"shape": str(tokens.shape), "frequency": frequency}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (logits, temperature, p, rng) -> (batch,)."""
    logits = 2.0 * rng.normal(size=(500, 6))
    tokens = np.asarray(solve(logits, 1.0, 0.6, source(rng)))
    if tokens.shape != (500,) or tokens.dtype.kind not in "iu":
        yield f"For 500 rows the result has shape {tokens.shape} and type {tokens.dtype}; (500,) integers are right."
        return
    if (tokens < 0).any() or (tokens > 5).any():
        yield f"A token {tokens.max() if tokens.max() > 5 else tokens.min()} was drawn; a vocabulary of 6 has the ids 0 to 5."
        return

    first, again, other = (np.asarray(solve(logits, 1.0, 1.0, np.random.default_rng(seed))) for seed in (3, 3, 4))
    if not np.array_equal(first, again):
        yield "The same rng gave other tokens: take all randomness from rng."
        return
    if np.array_equal(first, other):
        yield "Another rng gave the same tokens: the tokens must be drawn, and from rng."
        return

    # The deviation of a share of 8000 draws is at most 0.0056.
    for temperature, p in ((1.0, 1.0), (2.0, 1.0), (1.0, 0.85)):
        base = np.array([0.7, 0.2, 0.1])
        heated = base ** (1 / temperature)
        kept = np.where(np.cumsum(heated / heated.sum()) - heated / heated.sum() < p, heated, 0.0)
        right = kept[0] / kept.sum()
        many = np.asarray(solve(np.tile(np.log(base)[[2, 0, 1]], (8000, 1)), temperature, p, source(rng)))
        if abs((many == 1).mean() - right) > 0.035:
            yield (
                f"Of tokens with the probabilities 0.1, 0.7 and 0.2 the second came at a share of {(many == 1).mean():.2f} with p = {p:g} and "
                f"the temperature {temperature:g}; {right:.2f} is right."
            )
            return
    shares = np.exp(logits) / np.exp(logits).sum(axis=-1, keepdims=True)
    drawn = shares[np.arange(500), tokens]
    likelier = np.where(shares > drawn[:, None] + 1e-6, shares, 0.0).sum(axis=-1)
    if (likelier >= 0.6 + 1e-4).any():
        yield (
            f"With p = 0.6 a token was drawn although likelier ones hold {likelier.max():.2f} already: they are the whole set by then."
        )
    if not np.array_equal(solve(logits, 1.0, 1e-6, source(rng)), logits.argmax(axis=1)):
        yield "With a tiny p the set is the likeliest token alone, and it must come every time."
    every = np.asarray(solve(np.zeros((300, 6)), 1.0, 1.0, source(rng)))
    if len(set(every.tolist())) < 6:
        yield "Of six equally likely tokens with p = 1 some never came in 300 rows: each row draws for itself, from all of them."

    with np.errstate(all="ignore"):
        large = np.asarray(solve(np.array([[3000.0, 2999.9, 0.0]] * 20), 1.0, 0.9, source(rng)))
    if not np.isin(large, [0, 1]).all():
        yield "Very large logits gave an impossible token: subtract the largest logit before exp."


def picture(solve, rng):
    """How often each token came, against the full softmax."""
    shares = np.array([0.30, 0.22, 0.18, 0.12, 0.08, 0.06, 0.04])
    tokens = np.asarray(solve(np.repeat(np.log(shares)[None], 2000, axis=0), 1.0, 0.8, rng))
    return {
        "kind": "lines",
        "title": "Frequencies with p = 0.8, and the full softmax",
        "series": [
            {"name": "drawn", "values": [float((tokens == token).mean()) for token in range(7)]},
            {"name": "softmax", "values": shares.tolist()},
        ],
        "x": "token, most likely first",
        "y": "share",
    }
