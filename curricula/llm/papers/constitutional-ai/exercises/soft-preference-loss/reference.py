"""The loss of a preference model with soft targets, and its gradients (Section 4.1)."""
from __future__ import annotations

import numpy as np


def pm_loss(score_a: np.ndarray, score_b: np.ndarray, target: np.ndarray) -> dict[str, float | np.ndarray]:
    """score_a, score_b, target: (pairs,). Returns loss, gradient_a and gradient_b (pairs,)."""
    difference = score_a - score_b
    cost_a = np.logaddexp(0.0, -difference)
    cost_b = np.logaddexp(0.0, difference)
    losses = target * cost_a + (1.0 - target) * cost_b
    loss = losses.mean()
    # sigma(d) is exp(log sigma(d)), in which nothing overflows.
    chance = np.exp(-cost_a)
    slope = chance - target
    gradient = slope / len(target)
    return {"loss": float(loss), "gradient_a": gradient, "gradient_b": -gradient}
