"""Fresh inputs and laws for labels over principles and both orders."""
from __future__ import annotations

import numpy as np


def draws(rng, comparisons, principles, bias=0.5):
    """Log probabilities (comparisons, principles, 2, 2) of a model that likes the letter (A) by bias, and one answer more than the other."""
    better = 1.2 * rng.normal(size=(comparisons, 1)) + 0.6 * rng.normal(size=(comparisons, principles))
    half = 0.5 * (np.stack([better, -better], axis=-1) + bias + 0.3 * rng.normal(size=(comparisons, principles, 2)))
    middle = -rng.uniform(3.0, 5.0, size=half.shape)
    return np.stack([middle + half, middle - half], axis=-1)


def cases(rng):
    """Yields (label, arguments): logps (comparisons, principles, orders, letters)."""
    yield "six comparisons, four principles", {"logps": draws(rng, 6, 4)}
    yield "a liking for the letter (B)", {"logps": draws(rng, 5, 3, bias=-0.8)}
    yield "one principle", {"logps": draws(rng, 4, 1)}
    yield "sixteen principles, as in the paper", {"logps": draws(rng, 3, 16, bias=1.5)}
    low = np.round(8 * draws(rng, 4, 2)) / 8
    low[1::2] -= 2000.0
    yield "log probabilities of -2000 beside others", {"logps": low}
    yield "log probabilities of -2000", {"logps": np.round(8 * draws(rng, 3, 2)) / 8 - 2000.0}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: logps -> dict."""
    logps = draws(rng, 5, 3)
    result = solve(logps)
    if not isinstance(result, dict) or set(result) != {"label", "bias"}:
        yield "The result is a dict with the keys label and bias."
        return
    label, bias = np.asarray(result["label"]), result["bias"]
    if label.shape != (5,) or np.size(bias) != 1:
        yield f"label has shape {label.shape}; one for each comparison, (5,), is right, and the bias is one number."
        return
    raised = np.asarray(solve(logps + 0.7)["label"])
    if not np.allclose(raised, label, atol=1e-5):
        yield "The labels changed when all log probabilities grew by the same amount. They are normalized first."
        return
    letter = np.broadcast_to(np.array([-0.5, -2.0]), (4, 3, 2, 2)).copy()
    liking = solve(letter)
    right = 1 / (1 + np.exp(-1.5)) - 0.5
    if not np.allclose(np.asarray(liking["label"]), 0.5, atol=1e-5):
        yield "A model that likes the letter (A) alike in both orders says nothing about the answers: its labels are one half. Turn order 1 back."
        return
    if not np.isclose(float(liking["bias"]), right, atol=1e-4):
        yield f"A model that gives (A) the probability {0.5 + right:.4g} in both orders has the bias {right:.4g}; yours is {float(liking['bias']):.4g}."
        return
    for chances, right in ((((0.9, 0.6),), 0.65), (((0.9, 0.6), (0.2, 0.7), (0.3, 0.8)), 1.15 / 3)):
        pair = np.log(np.stack([chances, 1 - np.array(chances)], axis=-1))[None]
        got = float(np.asarray(solve(pair)["label"])[0])
        if not np.isclose(got, right, atol=1e-4):
            yield (
                f"{len(chances)} principle{'s' * (len(chances) > 1)} gave the letter (A) the probabilities {chances} in the orders 0 and 1. The "
                f"mean of what the first answer has is {right:.4g}; yours is {got:.4g}."
            )
            return
    exchanged = solve(logps[:, :, ::-1].copy())
    if not np.allclose(np.asarray(exchanged["label"]), 1 - label, atol=1e-5):
        yield "Exchanging the two answers does not turn a label p into 1 - p."
    if not np.isclose(float(exchanged["bias"]), float(bias), atol=1e-5):
        yield "Exchanging the two answers changed the bias, which is one of the letter."
    first = np.broadcast_to(np.array([[-0.2, -2.2], [-2.2, -0.2]]), (2, 3, 2, 2)).copy()
    if not np.asarray(solve(first)["label"])[0] > 0.5:
        yield "A model that prefers the first answer in both orders gets a label below one half."
