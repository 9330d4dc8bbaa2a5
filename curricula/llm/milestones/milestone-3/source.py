"""A Markov chain over nine tokens with some of them masked; what stands behind a mask has exact probabilities."""
from __future__ import annotations

import numpy as np

VOCABULARY = 9
MASK = 9
SHARE = 0.15


def transitions(seed=3, concentration=0.35, least=0.01):
    """Returns P (token, next): probabilities of the next token, each row summing to 1, none below `least`."""
    rows = np.random.default_rng(seed).dirichlet(np.full(VOCABULARY, concentration), size=VOCABULARY)
    return (1 - VOCABULARY * least) * rows + least


P = transitions()


def stationary():
    """Returns the probabilities of the tokens in an endless text: (VOCABULARY,)."""
    single = np.full(VOCABULARY, 1 / VOCABULARY)
    for _ in range(500):
        single = single @ P
    return single


def sample(rng, batch, time):
    """rng: a numpy Generator. Returns tokens (batch, time), int64, as from the middle of an endless text."""
    text = np.empty((batch, time), dtype=np.int64)
    text[:, 0] = rng.choice(VOCABULARY, size=batch, p=stationary())
    bounds = P.cumsum(axis=-1)
    for at in range(1, time):
        draws = rng.random(batch)
        text[:, at] = np.minimum((draws[:, None] > bounds[text[:, at - 1]]).sum(axis=1), VOCABULARY - 1)
    return text


def mask(rng, text):
    """text: (batch, time). Returns the text with masks, and which positions were chosen: both (batch, time)."""
    chosen = rng.random(text.shape) < SHARE
    return np.where(chosen, MASK, text), chosen


def posterior(masked, sides=("left", "right")):
    """masked: (batch, time). Returns the exact probabilities of each position's token given the tokens that are shown.

    (batch, time, VOCABULARY), by the forward-backward algorithm. A shown token counts on both sides of itself only.
    With one of the sides alone, the other's evidence is left out.
    """
    batch, time = masked.shape
    shown = np.ones((batch, time, VOCABULARY))
    rows, columns = np.nonzero(masked != MASK)
    shown[rows, columns] = 0
    shown[rows, columns, masked[rows, columns]] = 1
    # left[t]: token t given what stands before it; right[t]: what stands after t given token t.
    left, right = np.empty_like(shown), np.ones_like(shown)
    left[:, 0] = stationary()
    for at in range(1, time):
        seen = left[:, at - 1] * shown[:, at - 1]
        left[:, at] = (seen / seen.sum(axis=-1, keepdims=True)) @ P
    for at in range(time - 2, -1, -1):
        right[:, at] = (right[:, at + 1] * shown[:, at + 1]) @ P.T
        right[:, at] /= right[:, at].sum(axis=-1, keepdims=True)
    both = (left if "left" in sides else stationary()) * (right if "right" in sides else 1)
    both = both * np.where((masked == MASK)[..., None], 1, shown)
    return both / both.sum(axis=-1, keepdims=True)
