"""The copy task: ten symbols, each from 1 to 10 with the same probability; the target is the source."""
from __future__ import annotations

import numpy as np

LENGTH = 10
SYMBOLS = 10
START = 0
VOCABULARY = SYMBOLS + 1


def sample(rng, batch):
    """rng: a numpy Generator. Returns source symbols (batch, LENGTH), int64, from 1 to SYMBOLS."""
    return rng.integers(1, SYMBOLS + 1, size=(batch, LENGTH))


def shifted(target):
    """target: (batch, LENGTH). Returns the decoder's input (batch, LENGTH): START, then all but the last symbol."""
    return np.concatenate([np.full((len(target), 1), START), target[:, :-1]], axis=1)
