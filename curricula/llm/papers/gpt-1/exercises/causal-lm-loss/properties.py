"""Fresh logits and laws for the loss of a language model."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def inputs(rng, lengths, time, vocabulary, scale=2.0):
    """logits (batch, time, vocabulary), tokens and mask (batch, time) for texts of these lengths, padded at the end."""
    batch = len(lengths)
    return {
        "logits": scale * rng.normal(size=(batch, time, vocabulary)),
        "tokens": rng.integers(0, vocabulary, size=(batch, time)),
        "mask": (np.arange(time) < np.array(lengths)[:, None]).astype(np.int64),
    }


def cases(rng):
    """Yields (label, arguments): logits (batch, time, vocabulary), tokens and mask (batch, time)."""
    yield "three texts of different lengths", inputs(rng, (6, 3, 4), 6, 7)
    yield "one text without padding", inputs(rng, (5,), 5, 4)
    yield "long and short", inputs(rng, (9, 2), 9, 5)
    yield "a text of one token beside another", inputs(rng, (1, 5), 6, 6)
    yield "nothing to predict", inputs(rng, (1, 1), 3, 4)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (logits, tokens, mask) -> number."""
    given = inputs(rng, (6, 4), 7, 5)
    logits, tokens, mask = given["logits"], given["tokens"], given["mask"]
    loss = np.asarray(solve(logits, tokens, mask))
    if loss.shape != ():
        yield f"The result has shape {loss.shape}: the loss is one number."
        return

    other = tokens.copy()
    other[:, 0] = (other[:, 0] + 1) % 5
    if not np.isclose(solve(logits, other, mask), loss, atol=1e-5):
        yield "The loss changed with the first tokens: nothing predicts them."
    other = logits.copy()
    other[0, 5:], other[1, 3:] = rng.normal(size=(2, 5)), rng.normal(size=(4, 5))
    if not np.isclose(solve(other, tokens, mask), loss, atol=1e-5):
        yield "The loss changed with logits at or after the last token of a text: they predict padding or nothing."
    other = tokens.copy()
    other[mask == 0] = (other[mask == 0] + 1) % 5
    if not np.isclose(solve(logits, other, mask), loss, atol=1e-5):
        yield "The loss changed with the padding."
    last = tokens.copy()
    last[1, 3] = (last[1, 3] + 1) % 5
    if np.isclose(solve(logits, last, mask), loss, atol=1e-9):
        yield "The loss did not change with the last token of a text: it must be predicted too."

    if not np.isclose(solve(np.zeros((2, 7, 5)), tokens, mask), np.log(5), atol=1e-5):
        yield presuming("With five equally likely tokens the loss must be log 5.")
    if not np.isclose(solve(logits + rng.normal(size=(2, 7, 1)), tokens, mask), loss, atol=1e-4):
        yield "The loss changed when a constant was added to all logits of a position."
    apart = logits + np.where(np.arange(7) % 2, 2000.0, -2000.0)[:, None]
    with np.errstate(all="ignore"):
        if not np.isclose(solve(apart, tokens, mask), loss, atol=2e-3):
            yield presuming("Logits of 2000 at one position and -2000 at the next gave another loss: subtract the largest logit of each position.")
    sure = np.zeros((2, 7, 5))
    np.put_along_axis(sure[:, :-1], tokens[:, 1:, None], 3000.0, axis=-1)
    with np.errstate(all="ignore"):
        if not np.isclose(solve(sure, tokens, mask), 0, atol=1e-5):
            yield presuming("Logits of 3000 on every right token must give a loss of 0: subtract the largest logit before exp.")
        mistaken = float(solve(-sure, tokens, mask))
    if not np.isfinite(mistaken):
        yield presuming("Logits of -3000 on every right token gave a loss that is not finite: use log softmax, not log of softmax.")
    elif not np.isclose(mistaken, 3000 + np.log(4), rtol=1e-3):
        yield presuming(
            f"Logits of -3000 on every right token gave a loss of {mistaken:.4g}; 3001 is right. A small number added inside "
            "the logarithm, or a clipped probability, hides how wrong the model is: use log softmax."
        )


def picture(solve, rng):
    """Which logits the loss depends on: its change when those of one position move."""
    given = inputs(rng, (10, 6, 3), 10, 6)
    before = float(solve(*given.values()))
    moved = np.zeros((3, 10))
    for place in np.ndindex(3, 10):
        logits = given["logits"].copy()
        logits[place] += rng.normal(size=6)
        moved[place] = abs(float(solve(logits, given["tokens"], given["mask"])) - before)
    return {
        "kind": "heat",
        "title": "Where the loss looks: texts of 10, 6 and 3 tokens",
        "series": [{"name": "change of the loss", "values": moved.tolist()}],
        "x": "position of the logits",
        "y": "text",
    }
