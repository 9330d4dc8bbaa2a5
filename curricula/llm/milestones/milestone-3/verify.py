"""Whether an encoder fills in masked tokens about as well as can be, on fresh text."""
from __future__ import annotations

import numpy as np
from source import VOCABULARY, mask, posterior, sample
from study_lab.milestone import log_softmax, logits_of, picked

MOST_POINTS = 0.02
MOST_GAP = 0.08
BATCH, TIME = 512, 64
BUCKETS = 8


def verify(solve, rng):
    """solve: tokens (batch, time) -> logits (batch, time, 9). Yields requirements and a picture."""
    text = sample(rng, BATCH, TIME)
    masked, chosen = mask(rng, text)
    got = log_softmax(logits_of(solve, (BATCH, TIME, VOCABULARY), masked))
    best = posterior(masked)
    left = posterior(masked, sides=("left",))
    right = {name: (scores.argmax(-1) == text) for name, scores in (("yours", got), ("best", best), ("left", left))}
    accuracy, highest, one_side = (float(right[name][chosen].mean()) for name in ("yours", "best", "left"))
    loss = float(-picked(got, text)[chosen].mean())
    floor = float(-np.log(picked(best, text)[chosen]).mean())
    stretches = np.array_split(np.arange(TIME), BUCKETS)

    def by_place(name):
        return [float(right[name][:, part][chosen[:, part]].mean()) for part in stretches]

    yield {
        "kind": "lines",
        "title": "Masked tokens named rightly, by place in the text",
        "series": [
            {"name": "yours", "values": by_place("yours")},
            {"name": "best possible", "values": by_place("best")},
            {"name": "best from the left side alone", "values": by_place("left")},
        ],
        "x": "eighth of the text",
        "y": "share",
    }
    said = (
        f"Accuracy {accuracy:.1%}, best possible {highest:.1%} on this text, {100 * (highest - accuracy):.1f} points apart; "
        f"at most {100 * MOST_POINTS:.0f} is asked."
    )
    if highest - accuracy > MOST_POINTS and abs(accuracy - one_side) < 0.02:
        said += " That is the accuracy of a model that reads from the left alone."
    yield "masked tokens are named nearly as well as can be", accuracy >= highest - MOST_POINTS, said
    gap = loss - floor
    yield "the loss is near the floor", gap <= MOST_GAP, (
        f"Loss {loss:.4f} nats a masked token, floor {floor:.4f}, gap {gap:.4f}; at most {MOST_GAP} is asked."
    )
