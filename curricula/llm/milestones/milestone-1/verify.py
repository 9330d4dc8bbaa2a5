"""Whether a model copies: loss against the floor 0, free-running decoding, no look ahead."""
from __future__ import annotations

import numpy as np
from source import LENGTH, START, SYMBOLS, VOCABULARY, sample, shifted
from study_lab.milestone import log_softmax, logits_of, picked

MOST_LOSS = 0.05
LEAST_COPIED = 0.95


def verify(solve, rng):
    """solve: (source (batch, 10), target (batch, steps)) -> logits (batch, steps, 11). Yields requirements and a picture."""
    source = sample(rng, 256)
    log_probabilities = log_softmax(logits_of(solve, (256, LENGTH, VOCABULARY), source, shifted(source)))
    losses = -picked(log_probabilities, source)
    loss = float(losses.mean())
    yield {
        "kind": "lines",
        "title": "Loss by step, in nats",
        "series": [
            {"name": "yours", "values": losses.mean(axis=0)},
            {"name": "floor", "values": np.zeros(LENGTH)},
            {"name": "without the source", "values": np.full(LENGTH, np.log(SYMBOLS))},
        ],
        "x": "step",
        "y": "loss",
    }
    said = f"Loss {loss:.4f} nats a symbol, floor 0, gap {loss:.4f}; at most {MOST_LOSS} is asked."
    if abs(loss - np.log(SYMBOLS)) < 0.1:
        said += " That is the loss of a model that ignores the source."
    yield "the loss is near the floor", loss <= MOST_LOSS, said

    few = source[:16]
    changed = shifted(few)
    changed[:, LENGTH // 2 :] = sample(rng, 16)[:, LENGTH // 2 :]
    before = logits_of(solve, (16, LENGTH, VOCABULARY), few, shifted(few))[:, : LENGTH // 2]
    after = logits_of(solve, (16, LENGTH, VOCABULARY), few, changed)[:, : LENGTH // 2]
    blind = np.allclose(before, after, atol=1e-4)
    yield "no step sees a later symbol", blind, (
        "No step sees a later symbol." if blind else "A step changed when later symbols of the target changed: the decoder's mask lets the future through."
    )

    written = np.full((100, 1), START)
    asked = sample(rng, 100)
    for step in range(LENGTH):
        scores = logits_of(solve, (100, step + 1, VOCABULARY), asked, written)
        written = np.concatenate([written, scores[:, -1].argmax(-1)[:, None]], axis=1)
    copied = float((written[:, 1:] == asked).all(axis=1).mean())
    yield "sequences are copied without help", copied >= LEAST_COPIED, f"{copied:.0%} of 100 sequences copied; at least {LEAST_COPIED:.0%} is asked."
