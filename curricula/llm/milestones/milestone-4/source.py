"""A talk of six speakers: a name says who speaks next, and what they say follows from what they said last.

Tokens 0 to 5 are the names. After the name s comes one of the words 6 + 5 s to 10 + 5 s, the speaker's own. Who speaks is
drawn anew each time; how a speaker's words follow each other is a chain, fixed for all, and a first word is any of five.
"""
from __future__ import annotations

import numpy as np

SPEAKERS, WORDS = 6, 5
VOCABULARY = SPEAKERS + SPEAKERS * WORDS


def transitions(seed=4, concentration=0.2, least=0.01):
    """Returns P (word, next): probabilities of a speaker's next word, each row summing to 1, none below `least`."""
    rows = np.random.default_rng(seed).dirichlet(np.full(WORDS, concentration), size=WORDS)
    return (1 - WORDS * least) * rows + least


P = transitions()


def sample(rng, batch, time):
    """rng: a numpy Generator. Returns tokens (batch, time), int64: beginnings of talks, name and word in turn."""
    text = np.empty((batch, time), dtype=np.int64)
    last, rows = np.full((batch, SPEAKERS), -1), np.arange(batch)
    # The last row is for those who have said nothing yet.
    bounds = np.concatenate([P, np.full((1, WORDS), 1 / WORDS)]).cumsum(axis=-1)
    for at in range(time):
        if at % 2 == 0:
            speaker = rng.integers(0, SPEAKERS, batch)
            text[:, at] = speaker
        else:
            word = np.minimum((rng.random(batch)[:, None] > bounds[last[rows, speaker]]).sum(axis=1), WORDS - 1)
            last[rows, speaker] = word
            text[:, at] = SPEAKERS + WORDS * speaker + word
    return text


def probabilities(tokens):
    """tokens: (batch, time), beginnings of talks. Returns the exact probabilities of the token that comes next: (batch, time, VOCABULARY)."""
    batch, time = tokens.shape
    found = np.zeros((batch, time, VOCABULARY))
    last, rows = np.full((batch, SPEAKERS), -1), np.arange(batch)
    follows = np.concatenate([P, np.full((1, WORDS), 1 / WORDS)])
    for at in range(time):
        token = tokens[:, at]
        word = token >= SPEAKERS
        found[rows[word], at, :SPEAKERS] = 1 / SPEAKERS
        last[rows[word], (token[word] - SPEAKERS) // WORDS] = (token[word] - SPEAKERS) % WORDS
        named, speaker = rows[~word], token[~word]
        places = SPEAKERS + WORDS * speaker[:, None] + np.arange(WORDS)
        found[named[:, None], at, places] = follows[last[named, speaker]]
    return found
