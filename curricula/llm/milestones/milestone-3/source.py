"""Nested brackets in colors: each closes in the color in which it opened, and some colors are hidden.

The four colors of an opening bracket at depth d, from 0 to 2, are the tokens 8 d to 8 d + 3, those of a closing one
8 d + 4 to 8 d + 7. A hidden color leaves the bracket itself to be seen: tokens 24 to 29, two for each depth.
"""
from __future__ import annotations

import numpy as np

COLORS, DEPTHS = 4, 3
VOCABULARY = 2 * COLORS * DEPTHS
# The first token of those whose color is hidden: MASK + 2 d for an opening one at depth d, and 1 more for a closing one.
MASK = VOCABULARY
SHARE = 0.25


def sample(rng, batch, time):
    """rng: a numpy Generator. Returns tokens (batch, time), int64: beginnings of texts, in which all is closed at first."""
    text = np.empty((batch, time), dtype=np.int64)
    colors, depth, rows = np.zeros((batch, DEPTHS + 1), dtype=np.int64), np.zeros(batch, dtype=np.int64), np.arange(batch)
    for at in range(time):
        opens = (depth == 0) | ((depth < DEPTHS) & (rng.random(batch) < 0.5))
        drawn = rng.integers(0, COLORS, batch)
        colors[rows[opens], depth[opens]] = drawn[opens]
        level = np.where(opens, depth, depth - 1)
        text[:, at] = 2 * COLORS * level + np.where(opens, 0, COLORS) + colors[rows, level]
        depth = np.where(opens, depth + 1, depth - 1)
    return text


def mask(rng, text):
    """text: (batch, time). Returns the text with hidden colors, and which positions were chosen: both (batch, time)."""
    chosen = rng.random(text.shape) < SHARE
    return np.where(chosen, MASK + text // COLORS, text), chosen


def partners(text):
    """text: (batch, time), masked or not. Returns the position of the bracket that belongs to each, -1 for none: (batch, time)."""
    batch, time = text.shape
    kind = np.where(text >= MASK, text - MASK, text // COLORS)
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
    colors = np.where(seen[..., None], np.eye(COLORS)[other % COLORS], 1 / COLORS)
    hidden = masked >= MASK
    colors = np.where(hidden[..., None], colors, np.eye(COLORS)[masked % COLORS])
    kind = np.where(hidden, masked - MASK, masked // COLORS)
    found = np.zeros((batch, time, VOCABULARY))
    np.put_along_axis(found, COLORS * kind[..., None] + np.arange(COLORS), colors, axis=2)
    return found
