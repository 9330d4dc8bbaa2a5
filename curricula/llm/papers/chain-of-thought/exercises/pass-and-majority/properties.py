"""Fresh samples and laws of pass and majority."""
from __future__ import annotations

import numpy as np


def samples(rng, counts, right):
    """{"correct", "answers"} with the answers' counts in a random order; right: the numbers of the right ones."""
    names = [str(number) for number in rng.choice(np.arange(10, 99), size=len(counts), replace=False)]
    drawn = rng.permutation(np.repeat(np.arange(len(counts)), counts))
    return {"correct": [bool(one in right) for one in drawn], "answers": [names[one] for one in drawn]}


def cases(rng):
    """Yields (label, arguments): correct, answers, ks."""
    yield "two of six right", {**samples(rng, (2, 3, 1), {0}), "ks": [1, 2, 3, 4, 5]}
    yield "most are right", {**samples(rng, (4, 2, 1), {0}), "ks": [1, 2, 3, 5]}
    yield "all answers are others", {**samples(rng, (1, 1, 1, 1, 1), {2}), "ks": [1, 2, 4]}
    yield "two strings are right", {**samples(rng, (2, 2, 3), {0, 1}), "ks": [1, 3, 4, 5]}
    yield "the right one is the most frequent with less than half", {**samples(rng, (3, 2, 2), {0}), "ks": [2, 3, 5]}
    yield "none is right", {**samples(rng, (3, 2), set()), "ks": [1, 2, 5]}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (correct, answers, ks) -> dict."""
    given = samples(rng, (3, 2, 1), {0})
    correct, answers = given["correct"], given["answers"]
    ks = [1, 2, 3, 4, 5, 6]
    found = solve(correct, answers, ks)
    if not isinstance(found, dict) or not {"pass", "majority"} <= set(found):
        yield "The result is a dict with the keys pass and majority."
        return
    passes, majorities = (np.asarray(found[name], dtype=float) for name in ("pass", "majority"))
    if passes.shape != (6,) or majorities.shape != (6,):
        yield "Both curves have a value for each k."
        return
    if not (np.isclose(passes[0], 0.5) and np.isclose(majorities[0], 0.5)):
        yield f"With k = 1 both are the share of right samples, 0.5; yours are {passes[0]:.4g} and {majorities[0]:.4g}."
    if (np.diff(passes) < -1e-9).any():
        yield "Pass falls where k grows: more samples can only add a right one."
    if not np.isclose(passes[-1], 1.0):
        yield f"With all samples, three of them right, pass is 1; yours is {passes[-1]:.4g}."
    if not np.isclose(majorities[-1], 1.0):
        yield f"With all samples the right answer has three votes, the others two and one, so majority is 1; yours is {majorities[-1]:.4g}."
    turned = solve(correct[::-1], answers[::-1], ks)
    if not np.allclose(np.asarray(turned["majority"], dtype=float), majorities, atol=1e-6):
        yield "Majority changed when the samples came in another order: share a tie out among its answers."
