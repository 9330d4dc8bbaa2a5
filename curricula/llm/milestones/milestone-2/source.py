"""A second-order Markov chain over eight tokens: the next token depends on the two before it."""
from __future__ import annotations

import numpy as np

VOCABULARY = 8


def transitions(seed=2, concentration=0.4, least=0.01):
    """Returns P (first, second, next): probabilities of the next token, each row summing to 1, none below `least`."""
    rows = np.random.default_rng(seed).dirichlet(np.full(VOCABULARY, concentration), size=(VOCABULARY, VOCABULARY))
    return (1 - VOCABULARY * least) * rows + least


P = transitions()


def stationary():
    """Returns the probabilities of pairs of neighbours (first, second) in an endless text."""
    pairs = np.full((VOCABULARY, VOCABULARY), VOCABULARY**-2.0)
    for _ in range(500):
        pairs = np.einsum("ab,abc->bc", pairs, P)
    return pairs


def entropy(probabilities):
    """probabilities: (..., n). Returns the entropy of the last axis in nats: (...)."""
    return -(probabilities * np.log(probabilities)).sum(axis=-1)


def floors():
    """The entropy of the next token in nats, knowing none, one and two of the tokens before it. The last is the floor."""
    pairs = stationary()
    single = pairs.sum(axis=0)
    after_one = np.einsum("ab,abc->bc", pairs, P) / single[:, None]
    return float(entropy(single)), float(single @ entropy(after_one)), float((pairs * entropy(P)).sum())


def sample(rng, batch, time):
    """rng: a numpy Generator. Returns tokens (batch, time), int64, as from the middle of an endless text."""
    text = np.empty((batch, time), dtype=np.int64)
    first = rng.choice(VOCABULARY**2, size=batch, p=stationary().ravel())
    text[:, 0], text[:, 1] = first // VOCABULARY, first % VOCABULARY
    bounds = P.cumsum(axis=-1)
    for at in range(2, time):
        draws = rng.random(batch)
        row = bounds[text[:, at - 2], text[:, at - 1]]
        text[:, at] = np.minimum((draws[:, None] > row).sum(axis=1), VOCABULARY - 1)
    return text
