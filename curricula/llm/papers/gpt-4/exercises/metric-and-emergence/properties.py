"""Fresh inputs and laws for metrics of emergence."""
from __future__ import annotations

import numpy as np


def rising(rng, models, low, high):
    """Accuracies (models,) that rise by steps of different sizes."""
    steps = rng.uniform(0.5, 1.5, size=models - 1)
    return low + (high - low) * np.concatenate([[0.0], np.cumsum(steps) / steps.sum()])


def cases(rng):
    """Yields (label, arguments): token_accuracy (models,), length."""
    yield "six models, answers of four tokens", {"token_accuracy": rising(rng, 6, 0.4, 0.95), "length": 4}
    yield "answers of twenty tokens", {"token_accuracy": rising(rng, 8, 0.5, 0.99), "length": 20}
    yield "answers of one token", {"token_accuracy": rising(rng, 5, 0.1, 0.9), "length": 1}
    yield "the steepest in the middle", {"token_accuracy": np.array([0.3, 0.4, 0.75, 0.8, 0.82]) + 0.01 * rng.uniform(size=5), "length": 3}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (token_accuracy, length) -> dict."""
    p = rising(rng, 5, 0.4, 0.95)
    result = solve(p, 6)
    if not isinstance(result, dict) or set(result) != {"exact", "edit", "steepness"}:
        yield "The result is a dict with the keys exact, edit and steepness."
        return
    exact, edit = np.asarray(result["exact"]), np.asarray(result["edit"])
    if exact.shape != (5,) or edit.shape != (5,) or np.size(result["steepness"]) != 1:
        yield f"exact has shape {exact.shape} and edit {edit.shape}; one number for each model, (5,), is right."
        return
    one = solve(p, 1)
    if not (np.allclose(np.asarray(one["exact"]), p, atol=1e-6) and np.allclose(np.asarray(one["edit"]), 1 - p, atol=1e-6)):
        yield "An answer of one token is exactly right with the token's own chance p, and the expected number of wrong tokens is 1 - p."
        return
    if not np.allclose(exact, np.asarray(solve(p, 2)["exact"]) ** 3, atol=1e-6):
        yield "An answer of six tokens is three answers of two tokens that must all be right; the chances do not multiply like this."
    if not np.allclose(edit, 6 * np.asarray(one["edit"]), atol=1e-5):
        yield "Six tokens have six times as many wrong ones as one; your edit distance grows otherwise."
    even = float(solve(np.linspace(0.2, 0.8, 5), 1)["steepness"])
    if not np.isclose(even, 0.25, atol=1e-5):
        yield f"Where four steps are equal each makes a quarter of the rise; your steepness is {even:.4g}."
    share = float(result["steepness"])
    if np.isclose(even, 0.25, atol=1e-5) and not np.isclose(share, np.max(np.diff(exact)) / (exact[-1] - exact[0]), rtol=1e-4):
        yield f"The largest step of your own exact match makes another share of its rise than {share:.4g}."
