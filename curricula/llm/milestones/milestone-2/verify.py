"""Whether a language model is near the entropy of its source, on fresh text."""
from __future__ import annotations

import numpy as np
from source import ANSWERS, NOTE, QUESTION, VOCABULARY, notes, of_the_asked, probabilities, sample
from study_lab.milestone import looks_ahead, log_softmax, logits_of, picked, standing, steady

MOST_GAP = 0.05
BATCH, TIME = 128, 64
# The picture's first groups of distances from a note to the question; the last takes all that are longer.
FAR = (2, 4, 8, 16, 32)


def verify(solve, rng):
    """solve: tokens (batch, time) -> logits (batch, time, VOCABULARY). Yields requirements and pictures."""
    text = sample(rng, BATCH, TIME)

    def predict(tokens):
        return logits_of(solve, (*tokens.shape, VOCABULARY), tokens)

    got = steady(predict, text)
    losses = -picked(log_softmax(got[:, :-1]), text[:, 1:])
    best = -np.log(picked(probabilities(text)[:, :-1], text[:, 1:]))
    due = (text[:, :-1] >= QUESTION) & (text[:, :-1] < NOTE)
    yield {
        "kind": "lines",
        "title": "Loss by position, in nats",
        "series": [
            {"name": "yours", "values": losses.mean(axis=0)},
            {"name": "best possible on this text", "values": best.mean(axis=0)},
            {"name": "without the notes", "values": np.where(due, np.log(ANSWERS), best).mean(axis=0)},
        ],
        "x": "position",
        "y": "loss",
    }
    yield by_distance(text, losses, best)
    loss, floor = float(losses.mean()), float(best.mean())
    gap, blind = loss - floor, float(np.where(due, np.log(ANSWERS), best).mean()) - floor
    said = f"Loss {loss:.4f} nats a token, floor {floor:.4f} on this text, gap {gap:.4f}; at most {MOST_GAP} is asked."
    if gap > MOST_GAP and abs(gap - blind) < 0.05:
        said += f" A model that knows no note has a gap of {blind:.3f}: does attention reach the whole text?"
    elif gap > MOST_GAP:
        at_answers = float((losses - best)[due].mean())
        said += f" At the answers alone the gap is {at_answers:.3f}."
    yield from standing("the loss is near the floor", losses - best, gap <= MOST_GAP, said)
    yield looks_ahead(predict, text, sample(rng, BATCH, TIME), got, rng)


def by_distance(text, losses, best):
    """The picture of the loss at answers by how far back the note stands."""
    place = of_the_asked(text, notes(text)[1])[:, :-1]
    distance = np.where(place >= 0, np.arange(TIME - 1) - place, -1)
    groups = [(low < distance) & (distance <= high) for low, high in zip((0, *FAR), (*FAR, TIME))]
    rows = [(float(losses[group].mean()), float(best[group].mean())) for group in groups if group.any()]
    return {
        "kind": "lines",
        "title": f"Loss at answers, notes up to {', '.join(map(str, FAR))} and more tokens back",
        "series": [
            {"name": "yours", "values": [row[0] for row in rows]},
            {"name": "best possible on this text", "values": [row[1] for row in rows]},
            {"name": "without the notes", "values": [float(np.log(ANSWERS))] * len(rows)},
        ],
        "x": "group of distances",
        "y": "loss",
    }
