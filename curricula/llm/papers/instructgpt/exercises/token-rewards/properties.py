"""Fresh inputs and laws for the rewards of tokens."""
from __future__ import annotations

import numpy as np


def inputs(rng, batch, time, beta):
    """Arguments with prompts and completions of different lengths; log probabilities stand under prompt and padding too."""
    mask = np.zeros((batch, time), dtype=int)
    for n in range(batch):
        start = 1 + n % 3
        end = time - 1 - n if n else time
        mask[n, start : max(end, start + 2)] = 1
    return {
        "score": rng.normal(size=batch) + 2.0,
        "logp": -rng.uniform(0.2, 3.0, size=(batch, time)),
        "logp_sft": -rng.uniform(0.2, 3.0, size=(batch, time)),
        "mask": mask,
        "beta": beta,
    }


def cases(rng):
    """Yields (label, arguments): score (batch,), logp, logp_sft and mask (batch, time), beta."""
    yield "three completions", inputs(rng, 3, 8, 0.1)
    yield "the paper's beta of 0.02", inputs(rng, 2, 6, 0.02)
    yield "one completion to the last column", inputs(rng, 1, 5, 0.5)
    yield "five completions", inputs(rng, 5, 10, 0.2)
    yield "beta of 0", inputs(rng, 2, 6, 0.0)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (score, logp, logp_sft, mask, beta) -> (batch, time)."""
    given = inputs(rng, 3, 8, 0.3)
    score, logp, logp_sft, mask, beta = given.values()
    rewards = np.asarray(solve(*given.values()))
    if rewards.shape != logp.shape:
        yield f"The rewards have shape {rewards.shape}; each token has one, so {logp.shape} is right."
        return
    if not np.allclose(rewards[mask == 0], 0, atol=1e-6):
        yield "Tokens of the prompt or the padding have a reward. It is 0 where the mask is 0."
        return

    last = np.array([np.flatnonzero(row)[-1] for row in mask])
    alone = np.zeros(logp.shape)
    alone[np.arange(3), last] = score
    same = np.asarray(solve(score, logp, logp, mask, beta))
    if not np.allclose(same, alone, atol=1e-5):
        yield (
            "Where both models agree there is no penalty. Then the last token of the completion has the score, and every other "
            f"token 0; your first row is {np.array2string(same[0], precision=3)} with the score {score[0]:.3g}."
        )
        return

    total = rewards.sum(axis=1)
    right = score - beta * np.where(mask == 1, logp - logp_sft, 0.0).sum(axis=1)
    if not np.allclose(total, right, atol=1e-4):
        yield (
            f"The rewards of the first completion add up to {total[0]:.4g}. Score minus beta times the sum of its log ratios "
            f"is {right[0]:.4g}."
        )
        return
    moved = logp.copy()
    first = mask.argmax(axis=1)
    moved[np.arange(3), first] += 0.5
    change = np.abs(np.asarray(solve(score, moved, logp_sft, mask, beta)) - rewards)
    change[np.arange(3), first] = 0
    if not np.allclose(change, 0, atol=1e-5):
        yield "The log probability of the completion's first token changed the reward of another one. Each token pays its own penalty."
