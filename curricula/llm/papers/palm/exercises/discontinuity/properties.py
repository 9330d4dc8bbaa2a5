"""Fresh inputs and laws for discontinuous improvements."""
from __future__ import annotations

import numpy as np

PALM = np.array([8e9, 62e9, 540e9])


def drawn(rng, parameters, tasks):
    """Scores (tasks, 3) whose excess is far above 10, between 0 and 10, or below -10, none of them near the limit."""
    sizes = np.log(parameters)
    first = rng.uniform(12.0, 30.0, size=tasks)
    second = first + rng.uniform(3.0, 12.0, size=tasks)
    predicted = second + (second - first) * (sizes[2] - sizes[1]) / (sizes[1] - sizes[0])
    excess = np.resize([14.0, 1.5, -14.0, 7.0], tasks) + rng.uniform(-1.0, 1.0, size=tasks)
    return np.stack([first, second, predicted + excess], axis=1)


def cases(rng):
    """Yields (label, arguments): parameters (3,), scores (tasks, 3)."""
    yield "PaLM's sizes, eight tasks", {"parameters": PALM, "scores": drawn(rng, PALM, 8)}
    other = np.array([1e9, 3e9, 70e9])
    yield "sizes with unequal steps", {"parameters": other, "scores": drawn(rng, other, 6)}
    steep = np.array([[5.0, 60.0, 95.0], [40.0, 10.0, 4.0], [2.0, 3.0, 50.0]]) + rng.uniform(0.0, 1.0, size=(3, 3))
    yield "lines that leave 0 to 100", {"parameters": PALM, "scores": steep}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (parameters, scores) -> dict."""
    sizes = np.log(PALM)
    slopes, heights = np.array([3.0, -2.0]), np.array([10.0, 90.0])
    straight = heights[:, None] + slopes[:, None] * (sizes - sizes[0])
    result = solve(PALM, straight)
    if not isinstance(result, dict) or set(result) != {"predicted", "excess", "flag"}:
        yield "The result is a dict with the keys predicted, excess and flag."
        return
    predicted = np.asarray(result["predicted"])
    if predicted.shape != (2,):
        yield f"predicted has shape {predicted.shape}; one number for each task, (2,), is right."
        return
    if not np.allclose(predicted, straight[:, 2], rtol=1e-4):
        yield (
            "Scores that lie on a line in the logarithm of the size are not predicted: the third ones are "
            f"{np.array2string(straight[:, 2], precision=4)} and you have {np.array2string(predicted, precision=4)}."
        )
        return
    units = np.asarray(solve(PALM / 1e9, straight)["predicted"])
    if not np.allclose(units, predicted, rtol=1e-4):
        yield "The prediction changed when the sizes were given in billions. Only their ratios count."
        return
    above = straight + np.array([0.0, 0.0, 12.0])
    lifted = solve(PALM, above)
    if not np.allclose(np.asarray(lifted["excess"]), 12.0, atol=1e-2):
        yield f"Scores 12 points above the line have the excess 12; yours is {np.asarray(lifted['excess'])[0]:.4g}."
        return
    for points, right in ((12.0, True), (8.0, False), (-12.0, False)):
        flags = np.asarray(solve(PALM, straight + np.array([0.0, 0.0, points]))["flag"]).astype(bool)
        if (flags != right).any():
            yield f"Scores {abs(points):g} points {'above' if points > 0 else 'below'} the line are {'not flagged' if right else 'flagged'}."
