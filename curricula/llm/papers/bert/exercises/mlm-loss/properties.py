"""Fresh inputs and laws for the loss of the masked language model."""
from __future__ import annotations

import numpy as np
from reference import mlm_loss
from study_lab import presuming


def inputs(rng, batch, length, units, vocabulary, scale=1.0):
    """Arguments with chosen positions: sequence n has n + 1 of them, so that no two sequences weigh alike."""
    chosen = np.zeros((batch, length), dtype=bool)
    for n in range(batch):
        chosen[n, rng.permutation(length)[: n + 1]] = True
    return {
        "hidden": scale * rng.normal(size=(batch, length, units)),
        "token_ids": rng.integers(0, vocabulary, size=(batch, length)),
        "chosen": chosen,
        "table": rng.normal(size=(vocabulary, units)),
        "bias": rng.normal(size=vocabulary),
    }


def cases(rng):
    """Yields (label, arguments): hidden (batch, length, units), token_ids and chosen (batch, length), table, bias."""
    yield "three sequences of six tokens", inputs(rng, 3, 6, 4, 9)
    yield "two sequences, twenty tokens to choose from", inputs(rng, 2, 8, 5, 20, scale=2.0)
    yield "one sequence with one chosen position", inputs(rng, 1, 5, 3, 7)
    yield "four sequences", inputs(rng, 4, 7, 6, 11, scale=0.5)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (hidden, token_ids, chosen, table, bias) -> (loss, d_hidden)."""
    given = inputs(rng, 2, 4, 3, 6)
    hidden, token_ids, chosen, table, bias = given.values()
    result = solve(*given.values())
    if len(result) != 2:
        yield f"{len(result)} values came back; two are wanted: (loss, d_hidden)."
        return
    loss, d_hidden = (np.asarray(part) for part in result)
    if loss.size != 1 or d_hidden.shape != hidden.shape:
        yield f"The loss has shape {loss.shape} and d_hidden {d_hidden.shape}; a number and {hidden.shape} are right."
        return

    step, worst = 1e-3, 0.0
    for index in np.ndindex(*hidden.shape):
        change = np.zeros(hidden.shape)
        change[index] = step
        up, down = (float(solve(hidden + sign * change, token_ids, chosen, table, bias)[0]) for sign in (1, -1))
        worst = max(worst, abs((up - down) / (2 * step) - d_hidden[index]))
    if not worst <= 3e-3:
        yield presuming(f"d_hidden differs from finite differences of the loss by up to {worst:.2g}.")

    other, words = hidden.copy(), token_ids.copy()
    other[~chosen], words[~chosen] = rng.normal(size=other[~chosen].shape), (words[~chosen] + 1) % 6
    if not np.isclose(float(solve(other, words, chosen, table, bias)[0]), float(loss), atol=1e-5):
        yield "The loss changed with positions that were not chosen: they are not in it."

    flat = float(solve(np.zeros(hidden.shape), token_ids, chosen, table, np.zeros(6))[0])
    if not np.isclose(flat, np.log(6), atol=1e-4):
        yield presuming(f"With all scores 0 and six tokens the loss is {flat:.4g}; guessing costs log 6 = {np.log(6):.4g}.")

    if not np.isclose(float(solve(hidden, token_ids, chosen, table, bias + 7.0)[0]), float(loss), atol=1e-4):
        yield "The loss changed when all scores grew by 7: the softmax must take that up."

    with np.errstate(all="ignore"):
        large, d_large = solve(1000.0 * hidden, token_ids, chosen, table, bias)
        none, d_none = solve(hidden, token_ids, np.zeros_like(chosen), table, bias)
    if not (np.isfinite(float(large)) and np.isfinite(np.asarray(d_large)).all()):
        yield presuming("Scores of some thousands gave infinity or NaN: subtract the largest score before taking exponentials.")
    else:
        (small, _), (right, _) = (mlm_loss(scale * hidden, token_ids, chosen, table, bias) for scale in (1.0, 1000.0))
        if np.isclose(float(loss), small, rtol=1e-3) and not np.isclose(float(large), right, rtol=1e-3):
            yield presuming(
                f"With scores of some thousands the loss is {float(large):.4g}; {right:.4g} is right. A small number added to a "
                "probability, or a limit on it, hides what its logarithm is: take the logarithm from the scores."
            )
    if not (float(none) == 0 and np.allclose(d_none, 0)):
        yield presuming("With no chosen position the loss and its gradient must be 0.")
