"""Milestone 2's notes and questions, and the same with answers exchanged: 0 for 1, and 2 for 3.

What is noted and asked stays as it is; only what comes after a question is another. A model that is right on the first
text becomes right on the second when two pairs of rows of its output matrix are exchanged: a change of rank 2.
"""
from __future__ import annotations

import numpy as np
from study_lab import source

first = source("milestone-2")
ANSWERS, QUESTION, NOTE, VOCABULARY = first.ANSWERS, first.QUESTION, first.NOTE, first.VOCABULARY
# The smallest sufficient rank at the output is the number of pairs.
PAIRS = ((0, 1), (2, 3))
EXCHANGED = np.arange(VOCABULARY)
for one, other in PAIRS:
    EXCHANGED[[one, other]] = other, one


def sample(rng, batch, time, shifted=False):
    """rng: a numpy Generator. Returns tokens (batch, time), int64; shifted: with the answers exchanged."""
    text = first.sample(rng, batch, time)
    return EXCHANGED[text] if shifted else text


def probabilities(tokens, shifted=False):
    """tokens: (batch, time). Returns the exact probabilities of the token that comes next: (batch, time, VOCABULARY)."""
    found = first.probabilities(tokens)
    return found[..., EXCHANGED] if shifted else found
