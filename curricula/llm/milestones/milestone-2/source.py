"""Notes and questions: what lies in a drawer is told somewhere earlier in the text.

Tokens 0 to 3 are the answers, 4 to 9 the questions (4 + d asks for drawer d), 10 to 33 the notes (10 + 4 d + a says that
drawer d holds a). Where no answer is due, a drawer is drawn. If no note has told of it yet, one does now; else it is asked
for, and the answer comes right after. What the drawers hold is another thing in every text.
"""
from __future__ import annotations

import numpy as np

ANSWERS, DRAWERS = 4, 6
QUESTION, NOTE = ANSWERS, ANSWERS + DRAWERS
VOCABULARY = NOTE + DRAWERS * ANSWERS
# How often an answer is what the note says; else it is any of the four.
TRUE = 0.92


def sample(rng, batch, time):
    """rng: a numpy Generator. Returns tokens (batch, time), int64: beginnings of texts."""
    text = np.empty((batch, time), dtype=np.int64)
    held, rows, asked = np.full((batch, DRAWERS), -1), np.arange(batch), np.full(batch, -1)
    for at in range(time):
        due = asked >= 0
        drawer, thing = rng.integers(0, DRAWERS, batch), rng.integers(0, ANSWERS, batch)
        answer = np.where(rng.random(batch) < TRUE, held[rows, asked], thing)
        new = ~due & (held[rows, drawer] < 0)
        held[rows[new], drawer[new]] = thing[new]
        text[:, at] = np.where(due, answer, np.where(new, NOTE + ANSWERS * drawer + thing, QUESTION + drawer))
        asked = np.where(due | new, -1, drawer)
    return text


def notes(tokens):
    """tokens: (batch, time). Returns what the notes up to each position say of every drawer, and where that note stands:
    both (batch, time, DRAWERS), -1 where none has told of it yet."""
    batch, time = tokens.shape
    thing, place = np.empty((batch, time, DRAWERS), dtype=np.int64), np.empty((batch, time, DRAWERS), dtype=np.int64)
    held, since, rows = np.full((batch, DRAWERS), -1), np.full((batch, DRAWERS), -1), np.arange(batch)
    for at in range(time):
        note = tokens[:, at] >= NOTE
        drawer, told = np.divmod(tokens[note, at] - NOTE, ANSWERS)
        held[rows[note], drawer], since[rows[note], drawer] = told, at
        thing[:, at], place[:, at] = held, since
    return thing, place


def of_the_asked(tokens, told):
    """Of what is told of every drawer, (batch, time, DRAWERS), that of the drawer asked for at each position; -1 where none is."""
    asked = (tokens >= QUESTION) & (tokens < NOTE)
    drawer = np.where(asked, tokens - QUESTION, 0)
    return np.where(asked, np.take_along_axis(told, drawer[..., None], axis=-1)[..., 0], -1)


def probabilities(tokens):
    """tokens: (batch, time). Returns the exact probabilities of the token that comes next: (batch, time, VOCABULARY)."""
    thing, _ = notes(tokens)
    new = thing < 0
    noted = np.repeat(new / (DRAWERS * ANSWERS), ANSWERS, axis=-1)
    free = np.concatenate([np.zeros((*tokens.shape, ANSWERS)), ~new / DRAWERS, noted], axis=-1)
    known = of_the_asked(tokens, thing)[..., None]
    # Only a text that breaks off and goes on as another asks for what no note has told.
    answers = np.where(known >= 0, TRUE * (known == np.arange(ANSWERS)) + (1 - TRUE) / ANSWERS, 1 / ANSWERS)
    due = np.concatenate([answers, np.zeros((*tokens.shape, VOCABULARY - ANSWERS))], axis=-1)
    asked = (tokens >= QUESTION) & (tokens < NOTE)
    return np.where(asked[..., None], due, free)
