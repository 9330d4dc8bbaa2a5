"""Whether a model copies a ring: loss against the floor 0, free-running decoding, no look ahead."""
from __future__ import annotations

import math

import numpy as np
from source import START, STEPS, SYMBOLS, VOCABULARY, answer, sample, shifted
from study_lab.milestone import log_softmax, logits_of, looks_ahead, picked, steady

MOST_LOSS = 0.05
LEAST_COPIED = 0.95
BATCH = 256


def verify(solve, rng):
    """solve: (source (batch, LENGTH), target (batch, steps)) -> logits (batch, steps, VOCABULARY). Yields requirements and a picture."""
    source = sample(rng, BATCH)
    target = answer(source)

    def predict(read):
        return logits_of(solve, (*read.shape, VOCABULARY), source, read)

    got = steady(predict, shifted(target))
    losses = -picked(log_softmax(got), target)
    loss = float(losses.mean())
    # Whoever reads the target alone knows which symbols are still to come, and no more.
    unread = np.array([np.log(SYMBOLS - step) for step in range(STEPS)])
    yield {
        "kind": "lines",
        "title": "Loss by step, in nats",
        "series": [
            {"name": "yours", "values": losses.mean(axis=0)},
            {"name": "floor", "values": np.zeros(STEPS)},
            {"name": "without the source", "values": unread},
        ],
        "x": "step",
        "y": "loss",
    }
    said = f"Loss {loss:.4f} nats a symbol, floor 0; at most {MOST_LOSS} is asked."
    if loss > MOST_LOSS and losses[:, 0].mean() < 0.1 < losses[:, 1:].mean():
        said += " The first symbol is right and those after it are not: the decoder does not find what follows in the ring."
    elif abs(loss - math.log(math.factorial(SYMBOLS)) / STEPS) < 0.1:
        said += " That is the loss of a model that ignores the source."
    yield "the loss is near the floor", loss <= MOST_LOSS, said

    yield looks_ahead(predict, shifted(target), shifted(answer(sample(rng, BATCH))), got, rng)

    written = np.full((100, 1), START)
    asked = sample(rng, 100)
    for step in range(STEPS):
        scores = logits_of(solve, (100, step + 1, VOCABULARY), asked, written)
        written = np.concatenate([written, scores[:, -1].argmax(-1)[:, None]], axis=1)
    copied = float((written[:, 1:] == answer(asked)).all(axis=1).mean())
    yield "rings are copied without help", copied >= LEAST_COPIED, f"{copied:.0%} of 100 rings copied; at least {LEAST_COPIED:.0%} is asked."
