"""Fresh inputs and laws for calibration."""
from __future__ import annotations

import numpy as np


def inputs(rng, answers, bins, lowest=0.0, ends=0):
    """Arguments of this size: no confidence is near the edge of a bin, but for `ends` that are 1."""
    first = int(lowest * bins)
    place = rng.integers(first, bins, size=answers)
    confidence = (place + rng.uniform(0.1, 0.4, size=answers) + 0.5 * rng.integers(0, 2, size=answers)) / bins
    # As many right answers as make the model too sure in some bins and not sure enough in others.
    correct = (rng.random(answers) < 0.3 + 0.4 * (place % 2)).astype(int)
    if ends:
        confidence[:ends], correct[:ends] = 1.0, 1
    return {"confidence": confidence, "correct": correct, "bins": bins}


def cases(rng):
    """Yields (label, arguments): confidence and correct (answers,), bins."""
    yield "sixty answers, ten bins", inputs(rng, 60, 10)
    yield "multiple choice: none below 0.25", inputs(rng, 40, 8, lowest=0.25)
    yield "two that are quite sure", inputs(rng, 30, 5, ends=2)
    yield "few answers, many bins", inputs(rng, 6, 12)
    yield "one bin", inputs(rng, 9, 1)
    # Powers of 2, which are exact: what stands on an edge belongs to the bin above it.
    edges = np.array([0.0, 0.25, 0.5, 0.5, 0.75, 1.0, 0.375, 0.9375])
    yield "on the edges of four bins", {"confidence": edges, "correct": rng.permutation([0, 1, 1, 0, 1, 0, 1, 0]), "bins": 4}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (confidence, correct, bins) -> dict."""
    given = inputs(rng, 24, 4)
    confidence, correct, bins = given.values()
    result = solve(*given.values())
    names = {"ece", "mean_confidence", "accuracy", "count"}
    if not isinstance(result, dict) or set(result) != names:
        yield "The result is a dict with the keys ece, mean_confidence, accuracy and count."
        return
    if any(np.shape(result[name]) != (4,) for name in names - {"ece"}):
        yield "mean_confidence, accuracy and count have one number for each bin."
        return
    total = int(np.sum(result["count"]))
    if total != 24:
        yield f"The bins hold {total} answers together; there are 24."
        return
    sure = solve(np.array([1.0, 1.0, 0.6]), np.array([1, 1, 0]), 4)
    if int(np.sum(sure["count"])) != 3:
        yield "A confidence of 1 is in no bin. The last one holds it."
        return
    if int(np.asarray(sure["count"])[-1]) != 2:
        yield "A confidence of 1 is not in the last bin, which holds it."
        return
    edge = np.asarray(solve(np.array([0.5, 0.5, 0.3]), np.array([1, 0, 1]), 2)["count"])
    if edge.tolist() != [1, 2]:
        yield f"Of the confidences 0.5, 0.5 and 0.3 two bins hold {edge.tolist()}; [1, 2] is right, since a bin holds its lower edge and not its upper one."
        return
    one = solve(confidence, correct, 1)
    right = abs(confidence.mean() - correct.mean())
    if not np.isclose(float(one["ece"]), right, atol=1e-4):
        yield f"With one bin the error is the distance of the mean confidence and the accuracy, {right:.4g}; yours is {float(one['ece']):.4g}."
        return
    perfect = solve(np.array([0.75, 0.75, 0.75, 0.75, 0.4, 0.4, 0.4, 0.4, 0.4]), np.array([1, 1, 1, 0, 1, 1, 0, 0, 0]), 4)
    if not np.isclose(float(perfect["ece"]), 0, atol=1e-5):
        yield f"Of answers at 0.75 three in four are right, and at 0.4 two in five: the error is 0; yours is {float(perfect['ece']):.4g}."
    both = solve(np.array([0.9, 0.9, 0.2, 0.2]), np.array([0, 1, 1, 0]), 2)
    if not np.isclose(float(both["ece"]), 0.35, atol=1e-4):
        yield f"Too sure by 0.4 in one half of the answers, not sure enough by 0.3 in the other: the error is 0.35; yours is {float(both['ece']):.4g}."
