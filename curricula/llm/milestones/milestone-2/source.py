"""Notes and questions: what lies in a drawer is told somewhere earlier in the text.

Tokens 0 to 3 are the answers, 4 to 9 the questions (4 + d asks for drawer d), 10 to 33 the notes (10 + 4 d + a says that
drawer d holds a). In every text the drawers hold other things, and all its notes agree. Notes and questions come in any
order; after every question stands an answer, which is any of the four while no note has told of that drawer.
"""
from __future__ import annotations

import numpy as np

ANSWERS, DRAWERS = 4, 6
QUESTION, NOTE = ANSWERS, ANSWERS + DRAWERS
VOCABULARY = NOTE + DRAWERS * ANSWERS
# How often a note comes where no answer is due, and how often an answer is what the note says, others by chance besides.
NOTED, TRUE = 0.2, 0.92


def sample(rng, batch, time):
    """rng: a numpy Generator. Returns tokens (batch, time), int64: beginnings of texts, in which no drawer is noted yet."""
    text = np.empty((batch, time), dtype=np.int64)
    held, noted = rng.integers(0, ANSWERS, (batch, DRAWERS)), np.zeros((batch, DRAWERS), dtype=bool)
    asked, rows = np.full(batch, -1), np.arange(batch)
    for at in range(time):
        due = asked >= 0
        tells, drawer, any_thing = rng.random(batch) < NOTED, rng.integers(0, DRAWERS, batch), rng.integers(0, ANSWERS, batch)
        answer = np.where(noted[rows, asked] & (rng.random(batch) < TRUE), held[rows, asked], any_thing)
        text[:, at] = np.where(due, answer, np.where(tells, NOTE + ANSWERS * drawer + held[rows, drawer], QUESTION + drawer))
        noted[rows[~due & tells], drawer[~due & tells]] = True
        asked = np.where(~due & ~tells, drawer, -1)
    return text


def notes(tokens):
    """tokens: (batch, time). Returns what the last note says of the drawer asked for at each position, and where that note
    stands: both (batch, time), -1 where nothing is asked or nothing was noted yet."""
    batch, time = tokens.shape
    thing, place = np.full((batch, time), -1), np.full((batch, time), -1)
    held, since, rows = np.full((batch, DRAWERS), -1), np.full((batch, DRAWERS), -1), np.arange(batch)
    for at in range(time):
        note = tokens[:, at] >= NOTE
        drawer, told = np.divmod(tokens[note, at] - NOTE, ANSWERS)
        held[rows[note], drawer], since[rows[note], drawer] = told, at
        asked = (tokens[:, at] >= QUESTION) & ~note
        drawer = tokens[asked, at] - QUESTION
        thing[asked, at], place[asked, at] = held[rows[asked], drawer], since[rows[asked], drawer]
    return thing, place


def probabilities(tokens):
    """tokens: (batch, time). Returns the exact probabilities of the token that comes next: (batch, time, VOCABULARY)."""
    free = np.zeros(VOCABULARY)
    free[QUESTION:NOTE] = (1 - NOTED) / DRAWERS
    free[NOTE:] = NOTED / (DRAWERS * ANSWERS)
    thing = notes(tokens)[0][..., None]
    answers = np.where(thing >= 0, TRUE * (thing == np.arange(ANSWERS)) + (1 - TRUE) / ANSWERS, 1 / ANSWERS)
    due = np.concatenate([answers, np.zeros((*tokens.shape, VOCABULARY - ANSWERS))], axis=-1)
    asked = (tokens >= QUESTION) & (tokens < NOTE)
    return np.where(asked[..., None], due, free)
