"""Fresh inputs, laws and curves for label smoothing."""
from __future__ import annotations

import numpy as np
from reference import label_smoothing_loss
from study_lab import presuming


def inputs(rng, batch, tokens, vocabulary, padding=0, real=None, scale=2.0):
    """logits (batch, tokens, vocabulary) and targets (batch, tokens); case n has padding after its first real[n] tokens."""
    targets = rng.integers(vocabulary - 1, size=(batch, tokens))
    targets = targets + (targets >= padding)  # never padding by chance
    if real is not None:
        targets = np.where(np.arange(tokens) < np.array(real)[:, None], targets, padding)
    return {"logits": scale * rng.normal(size=(batch, tokens, vocabulary)), "targets": targets}


def cases(rng):
    """Yields (label, arguments)."""
    yield "two cases of four tokens, vocabulary 7", inputs(rng, 2, 4, 7)
    yield "padding at the ends", inputs(rng, 3, 5, 9, real=(5, 2, 3))
    yield "a larger epsilon", {**inputs(rng, 2, 3, 6, real=(3, 1)), "epsilon": 0.3}
    yield "another padding token", {**inputs(rng, 2, 4, 5, padding=4, real=(4, 2)), "epsilon": 0.2, "padding": 4}
    yield "no smoothing", {**inputs(rng, 1, 4, 5), "epsilon": 0.0}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (logits, targets, epsilon, padding) -> number."""
    arguments = inputs(rng, 2, 4, 6, real=(4, 2))
    logits, targets = arguments["logits"], arguments["targets"]
    loss = np.asarray(solve(logits, targets))
    if loss.shape != ():
        yield f"The result has shape {loss.shape}; one number is right, the mean over all real positions."
        return

    if not np.allclose(solve(logits + rng.normal(size=(2, 4, 1)), targets), loss, atol=1e-4):
        yield "The loss changed when a number was added to all logits of a position: the softmax must take it up."
    if not np.allclose(solve(np.zeros_like(logits), targets, 0.25), np.log(6), atol=1e-4):
        yield presuming("With equal logits every target with total mass 1 costs log(6) for a vocabulary of 6. Does your target sum to 1?")

    other = logits.copy()
    other[1, 2:] = 5.0 * rng.normal(size=(2, 6))
    if not np.allclose(solve(other, targets), loss, atol=1e-5):
        yield "The loss changed with logits at positions of padding."
    twice = solve(np.concatenate([logits, logits]), np.concatenate([targets, targets]))
    if not np.allclose(twice, loss, atol=1e-4):
        yield "The loss changed when the batch was repeated: it is a mean over positions."

    # The loss is least, and is the target's entropy, where the probabilities are the target.
    epsilon, one = 0.1, np.array([[2]])
    q = np.full(6, epsilon / 6) + (1 - epsilon) * (np.arange(6) == 2)
    best, least = np.asarray(solve(np.log(q)[None, None], one, epsilon)), -(q * np.log(q)).sum()
    if not np.allclose(best, least, atol=1e-4):
        yield presuming(f"Where the probabilities are the smoothed target the loss is {float(best):.4g}; its entropy, {least:.4g}, is right.")
    for direction in rng.normal(size=(3, 6)):
        if np.asarray(solve((np.log(q) + direction)[None, None], one, epsilon)) < best - 1e-5:
            yield "The loss is smaller elsewhere than where the probabilities are the smoothed target."
            break

    with np.errstate(all="ignore"):
        large, right = np.asarray(solve(1e4 * logits, targets)), label_smoothing_loss(1e4 * logits, targets)
    if not np.isfinite(large):
        yield presuming("Logits of ten thousand gave NaN or infinity: subtract the largest logit before exp, and never take log of 0.")
    elif np.allclose(loss, label_smoothing_loss(logits, targets), rtol=1e-3) and not np.allclose(large, right, rtol=1e-3):
        yield presuming(
            f"Logits of ten thousand gave a loss of {float(large):.4g}; {right:.4g} is right. A small number added to a "
            "probability, or a limit on it, hides what its logarithm is: take the logarithm from the logits."
        )


def picture(solve, rng):
    """The loss of one position against the lead of the right logit, for three epsilons, vocabulary 10."""
    lead = np.arange(17.0)
    one, series = np.array([[3]]), []
    for epsilon in (0.0, 0.1, 0.3):
        values = [float(np.asarray(solve((x * (np.arange(10) == 3))[None, None], one, epsilon))) for x in lead]
        series.append({"name": f"epsilon {epsilon:g}", "values": values})
    return {
        "kind": "lines",
        "title": "Loss against the lead of the right logit: with smoothing, too sure costs again",
        "series": series,
        "x": "lead of the right logit",
        "y": "loss",
    }
