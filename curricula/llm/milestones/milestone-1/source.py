"""A ring to copy: ten symbols in a random order, to be copied round from one that is named, in their order.

The source is the name of the first symbol and then the ring, in which every symbol from 1 to 10 stands once. After the
last symbol of the ring comes its first. The target is the whole ring, beginning with the symbol that was named.
"""
from __future__ import annotations

import numpy as np

SYMBOLS = 10
LENGTH = SYMBOLS + 1
STEPS = SYMBOLS
START = 0
VOCABULARY = SYMBOLS + 1


def sample(rng, batch):
    """rng: a numpy Generator. Returns source symbols (batch, LENGTH), int64, from 1 to SYMBOLS."""
    ring = rng.permuted(np.tile(np.arange(1, SYMBOLS + 1), (batch, 1)), axis=1)
    return np.concatenate([rng.integers(1, SYMBOLS + 1, size=(batch, 1)), ring], axis=1)


def answer(source):
    """source: (batch, LENGTH). Returns the target (batch, STEPS): the ring from the symbol that is named first."""
    begins = (source[:, 1:] == source[:, :1]).argmax(axis=1)
    return np.take_along_axis(source[:, 1:], (begins[:, None] + np.arange(STEPS)) % STEPS, axis=1)


def shifted(target):
    """target: (batch, STEPS). Returns the decoder's input (batch, STEPS): START, then all but the last symbol."""
    return np.concatenate([np.full((len(target), 1), START), target[:, :-1]], axis=1)
