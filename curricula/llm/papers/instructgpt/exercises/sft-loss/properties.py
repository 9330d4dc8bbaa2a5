"""Fresh inputs and laws for the loss of supervised fine-tuning."""
from __future__ import annotations

import numpy as np


def inputs(rng, prompts, lengths, time, vocabulary, scale=1.5):
    """Arguments with these lengths: each completion ends with 0, which is the padding too."""
    tokens = rng.integers(1, vocabulary, size=(len(lengths), time))
    for row, length in zip(tokens, lengths):
        row[length - 1 :] = 0
    return {
        "logits": scale * rng.normal(size=(len(lengths), time, vocabulary)),
        "tokens": tokens,
        "prompt_lengths": np.array(prompts),
        "lengths": np.array(lengths),
    }


def cases(rng):
    """Yields (label, arguments): logits (batch, time, vocabulary), tokens (batch, time), prompt_lengths and lengths (batch,)."""
    yield "three texts", inputs(rng, (2, 3, 1), (7, 5, 6), 9, 6)
    yield "one text without padding", inputs(rng, (3,), (8,), 8, 5)
    yield "an end token alone", inputs(rng, (4, 2), (5, 6), 8, 7)
    yield "large logits", inputs(rng, (2, 1), (5, 4), 6, 5, scale=800.0)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (logits, tokens, prompt_lengths, lengths) -> number."""
    given = inputs(rng, (2, 3), (6, 5), 8, 6)
    logits, tokens, prompts, lengths = given.values()
    loss = np.asarray(solve(*given.values()))
    if loss.size != 1:
        yield f"The loss has shape {loss.shape}; it is one number."
        return
    flat = float(solve(np.zeros(logits.shape), tokens, prompts, lengths))
    if not np.isclose(flat, np.log(6), atol=1e-4):
        yield f"With equal logits every token of six costs log 6 = {np.log(6):.4g}, and so does their mean; yours is {flat:.4g}."
        return
    place = np.arange(8)[None]
    used = (place >= prompts[:, None] - 1) & (place < lengths[:, None] - 1)
    elsewhere = np.where(used[..., None], logits, rng.normal(size=logits.shape))
    if not np.isclose(float(solve(elsewhere, tokens, prompts, lengths)), float(loss), atol=1e-4):
        yield "The loss changed with logits that predict no token of a completion: those within the prompt, at the end token and in the padding."
        return
    for n, t, what in ((0, prompts[0] - 1, "first token"), (1, lengths[1] - 2, "end token")):
        moved = logits.copy()
        moved[n, t, tokens[n, t + 1]] += 1.0
        if not float(solve(moved, tokens, prompts, lengths)) < float(loss) - 1e-4:
            yield f"The loss does not fall when the {what} of a completion becomes likelier from the logits before it."
