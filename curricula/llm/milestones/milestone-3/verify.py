"""Whether an encoder restores hidden colours about as well as can be, on fresh text."""
from __future__ import annotations

import numpy as np
from source import COLOURS, VOCABULARY, mask, partners, posterior, sample
from study_lab.milestone import log_softmax, logits_of, picked, standing, steady

MOST_POINTS = 0.03
MOST_GAP = 0.08
BATCH, TIME = 512, 48
# The picture's groups of distances between a bracket and the one that belongs to it; the last takes all that are longer.
FAR = (1, 3, 7, 15)


def verify(solve, rng):
    """solve: tokens (batch, time) -> logits (batch, time, VOCABULARY). Yields requirements and a picture."""
    text = sample(rng, BATCH, TIME)
    masked, chosen = mask(rng, text)
    got = log_softmax(steady(lambda read: logits_of(solve, (BATCH, TIME, VOCABULARY), read), masked))
    best, left = posterior(masked), posterior(masked, sides=("left",))
    # Where nothing tells a colour every guess is as good; what is asked is how often the known ones are right.
    told = chosen & (picked(best, text) > 0.5)
    right = {name: (scores.argmax(-1) == text) for name, scores in (("yours", got), ("best", best), ("left", left))}
    accuracy, highest, one_side = (float(right[name][told].mean()) for name in ("yours", "best", "left"))
    excess = np.where(chosen, np.log(picked(best, text)) - picked(got, text), 0)
    loss, floor = float(-picked(got, text)[chosen].mean()), float(-np.log(picked(best, text)[chosen]).mean())
    yield by_distance(text, told, right)
    said = (
        f"Of the hidden colours that can be known {accuracy:.1%} are named rightly; at least {1 - MOST_POINTS:.0%} is asked."
    )
    if highest - accuracy > MOST_POINTS and abs(accuracy - one_side) < 0.05:
        said += " That is the accuracy of a model that reads from the left alone."
    yield "hidden colours are named nearly as well as can be", accuracy >= highest - MOST_POINTS, said
    gap = loss - floor
    yield from standing("the loss is near the floor", excess, gap <= MOST_GAP, (
        f"Loss {loss:.4f} nats a hidden colour, floor {floor:.4f}, gap {gap:.4f}; at most {MOST_GAP} is asked."
    ))


def by_distance(text, told, right):
    """The picture of how many known colours are named rightly, by the distance to the bracket that tells them."""
    distance = np.abs(partners(text) - np.arange(TIME))
    groups = [told & (low < distance) & (distance <= high) for low, high in zip((0, *FAR), (*FAR, TIME))]
    groups = [group for group in groups if group.any()]
    return {
        "kind": "lines",
        "title": f"Known colours named rightly, the other bracket up to {', '.join(map(str, FAR))} and more tokens away",
        "series": [
            {"name": "yours", "values": [float(right["yours"][group].mean()) for group in groups]},
            {"name": "from the left side alone", "values": [float(right["left"][group].mean()) for group in groups]},
            {"name": "by chance", "values": [1 / COLOURS] * len(groups)},
        ],
        "x": "group of distances",
        "y": "share",
    }
