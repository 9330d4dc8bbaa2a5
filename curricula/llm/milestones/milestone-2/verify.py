"""Whether a language model is near the entropy of its source, on fresh text."""
from __future__ import annotations

import numpy as np
from source import P, VOCABULARY, floors, sample
from study_lab.milestone import log_softmax, logits_of, picked

MOST_GAP = 0.05
BATCH, TIME = 128, 128
# Places besides the middle at which the future changes: a leak may stop at the border of a block of tokens.
CUTS = 4


def verify(solve, rng):
    """solve: tokens (batch, time) -> logits (batch, time, 8). Yields requirements and a picture."""
    text = sample(rng, BATCH, TIME)
    got = logits_of(solve, (BATCH, TIME, VOCABULARY), text)
    # The prediction at position t is of token t + 1; the first with two tokens of context is at position 1.
    losses = -picked(log_softmax(got[:, 1:-1]), text[:, 2:])
    best = -np.log(P[text[:, :-2], text[:, 1:-1], text[:, 2:]])
    loss, floor = float(losses.mean()), float(best.mean())
    gap = loss - floor
    none, one, two = floors()
    yield {
        "kind": "lines",
        "title": "Loss by position, in nats",
        "series": [
            {"name": "yours", "values": losses.mean(axis=0)},
            {"name": "best possible on this text", "values": best.mean(axis=0)},
            {"name": "entropy knowing one token", "values": np.full(TIME - 2, one)},
            {"name": "entropy knowing none", "values": np.full(TIME - 2, none)},
        ],
        "x": "position",
        "y": "loss",
    }
    said = f"Loss {loss:.4f} nats a token, floor {floor:.4f} on this text (entropy {two:.4f}), gap {gap:.4f}; at most {MOST_GAP} is asked."
    if gap < -0.05:
        # Nothing can be better than the source itself, but for the noise of a sample.
        yield "the loss is possible", False, f"Loss {loss:.4f} is below the floor {floor:.4f}: no honest model is. Does it see the token it predicts?"
    elif gap > MOST_GAP and abs(loss - none) < 0.06:
        said += " That is the loss of a model that ignores its context."
    elif gap > MOST_GAP and abs(loss - one) < 0.06:
        said += " That is the loss of a model that sees one token back."
    yield "the loss is near the floor", gap <= MOST_GAP, said

    blind = all(sees_nothing_after(solve, text[:16], got[:16], cut, rng) for cut in (TIME // 2, *rng.integers(2, TIME, size=CUTS)))
    yield "no position sees a later token", blind, (
        "No position sees a later token." if blind else "A position changed when later tokens changed: the mask lets the future through."
    )


def sees_nothing_after(solve, text, before, cut, rng):
    """Whether the logits before position cut stay what they are when all tokens from cut on are others."""
    changed = text.copy()
    changed[:, cut:] = (changed[:, cut:] + rng.integers(1, VOCABULARY, size=changed[:, cut:].shape)) % VOCABULARY
    after = logits_of(solve, (len(text), TIME, VOCABULARY), changed)
    return np.allclose(before[:, :cut], after[:, :cut], atol=1e-4)
