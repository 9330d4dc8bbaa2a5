"""Nested brackets in colours: each closes in the colour in which it opened, and some colours are hidden.

The four colours of an opening bracket at depth d, from 0 to 2, are the tokens 8 d to 8 d + 3, those of a closing one
8 d + 4 to 8 d + 7. A hidden colour leaves the bracket itself to be seen: tokens 24 to 29, two for each depth.
"""
from __future__ import annotations

import numpy as np

COLOURS, DEPTHS = 4, 3
VOCABULARY = 2 * COLOURS * DEPTHS
# The first token of those whose colour is hidden: MASK + 2 d for an opening one at depth d, and 1 more for a closing one.
MASK = VOCABULARY
SHARE = 0.25


def sample(rng, batch, time):
    """rng: a numpy Generator. Returns tokens (batch, time), int64: beginnings of texts, in which all is closed at first."""
    text = np.empty((batch, time), dtype=np.int64)
    colours, depth, rows = np.zeros((batch, DEPTHS + 1), dtype=np.int64), np.zeros(batch, dtype=np.int64), np.arange(batch)
    for at in range(time):
        opens = (depth == 0) | ((depth < DEPTHS) & (rng.random(batch) < 0.5))
        drawn = rng.integers(0, COLOURS, batch)
        colours[rows[opens], depth[opens]] = drawn[opens]
        level = np.where(opens, depth, depth - 1)
        text[:, at] = 2 * COLOURS * level + np.where(opens, 0, COLOURS) + colours[rows, level]
        depth = np.where(opens, depth + 1, depth - 1)
    return text


def mask(rng, text):
    """text: (batch, time). Returns the text with hidden colours, and which positions were chosen: both (batch, time)."""
    chosen = rng.random(text.shape) < SHARE
    return np.where(chosen, MASK + text // COLOURS, text), chosen


def partners(text):
    """text: (batch, time), masked or not. Returns the position of the bracket that belongs to each, -1 for none: (batch, time)."""
    batch, time = text.shape
    kind = np.where(text >= MASK, text - MASK, text // COLOURS)
    found, open_at, rows = np.full((batch, time), -1), np.full((batch, DEPTHS), -1), np.arange(batch)
    for at in range(time):
        level, closes = kind[:, at] // 2, kind[:, at] % 2 == 1
        opener = open_at[rows[closes], level[closes]]
        found[rows[closes], at] = opener
        found[rows[closes], opener] = at
        open_at[rows[~closes], level[~closes]] = at
    return found


def posterior(masked, sides=("left", "right")):
    """masked: (batch, time). Returns the exact probabilities of each position's token given all that is shown: (batch, time, VOCABULARY).

    With one of the sides alone, what the other side shows is left out.
    """
    batch, time = masked.shape
    partner, at = partners(masked), np.arange(time)
    other = np.take_along_axis(masked, np.maximum(partner, 0), axis=1)
    seen = (partner >= 0) & (other < MASK) & (("left" in sides) & (partner < at) | ("right" in sides) & (partner > at))
    colours = np.where(seen[..., None], np.eye(COLOURS)[other % COLOURS], 1 / COLOURS)
    hidden = masked >= MASK
    colours = np.where(hidden[..., None], colours, np.eye(COLOURS)[masked % COLOURS])
    kind = np.where(hidden, masked - MASK, masked // COLOURS)
    found = np.zeros((batch, time, VOCABULARY))
    np.put_along_axis(found, COLOURS * kind[..., None] + np.arange(COLOURS), colours, axis=2)
    return found
