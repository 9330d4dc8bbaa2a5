"""Fresh steps, laws and the curve of the learning rate."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def cases(rng):
    """Yields (label, arguments): steps (count,), d_model and warmup_steps."""
    yield "the paper's base model", {"steps": rng.integers(1, 100_000, size=12)}
    yield "the first steps", {"steps": np.arange(1, 9), "d_model": 64, "warmup_steps": 100}
    around = 50 + np.array([-20, -1, 0, 1, 20, 400])
    yield "around the peak, a small model", {"steps": around, "d_model": int(rng.integers(8, 60)), "warmup_steps": 50}
    yield "a wide model, a short warm-up", {
        "steps": rng.integers(1, 600, size=10), "d_model": 1024, "warmup_steps": int(rng.integers(40, 200)),
    }


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (steps, d_model, warmup_steps) -> (count,)."""
    warm = int(rng.integers(200, 800))
    steps = np.arange(1, 4 * warm)
    rates = np.asarray(solve(steps, 256, warm))
    if rates.shape != steps.shape:
        yield f"{len(steps)} steps gave a result of shape {rates.shape}; each step has one rate."
        return

    peak = int(steps[np.argmax(rates)])
    if peak != warm:
        yield f"With {warm} steps of warm-up the largest rate is at step {peak}; it belongs at step {warm}."
    right = (256 * warm) ** -0.5
    if not np.allclose(rates[warm - 1], right, rtol=1e-3):
        yield f"The rate at the end of the warm-up is {rates[warm - 1]:.4g}; (d_model · warmup_steps)^-0.5, {right:.4g}, is right."
    if not np.allclose(rates[: warm - 1], rates[0] * steps[: warm - 1], rtol=1e-3):
        yield "The rate does not grow by the same amount in each step of the warm-up."
    if not np.allclose(rates[4 * warm - 2] * np.sqrt(4 * warm - 1), rates[2 * warm - 1] * np.sqrt(2 * warm), rtol=1e-3):
        yield "After the warm-up, rate times root of the step must stay the same."
    if not np.allclose(solve(steps, 1024, warm), rates / 2, rtol=1e-3):
        yield presuming("A model four times as wide must have half the rate.")
    if not np.allclose(solve(steps[::-1].copy(), 256, warm), rates[::-1], rtol=1e-3):
        yield "The rates changed with the order in which the steps were asked."


def picture(solve, rng):
    """The learner's rate for the paper's base model, every 250 steps."""
    steps = np.arange(250, 20_001, 250)
    return {
        "kind": "lines",
        "title": "Learning rate with d_model 512, warm-up of 4000 and of 8000 steps, up to step 20000",
        "series": [
            {"name": f"warm-up {warm}", "values": np.asarray(solve(steps, 512, warm)).tolist()} for warm in (4000, 8000)
        ],
        "x": "step / 250",
        "y": "learning rate",
    }
