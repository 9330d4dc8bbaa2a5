from __future__ import annotations

import numpy as np


def pm_loss(score_a: np.ndarray, score_b: np.ndarray, target: np.ndarray) -> dict[str, float | np.ndarray]:
    """The loss of a preference model with soft targets, and its gradients (Section 4.1).

    score_a, score_b: (pairs,), the scores of both responses. target: (pairs,), the probability that (A) is better.
    Returns {"loss": a number, "gradient_a": (pairs,), "gradient_b": (pairs,)}.
    """
    # TODO: the cross-entropy of each pair, and its mean
    # TODO: the gradients
    raise NotImplementedError("pm_loss: loss and both gradients")
