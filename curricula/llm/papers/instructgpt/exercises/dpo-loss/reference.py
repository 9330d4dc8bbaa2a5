"""The loss of direct preference optimization and its gradients (Rafailov et al. 2023, equation (7))."""
from __future__ import annotations

import numpy as np


def dpo_loss(
    chosen: np.ndarray, rejected: np.ndarray, ref_chosen: np.ndarray, ref_rejected: np.ndarray, beta: float
) -> dict[str, float | np.ndarray]:
    """All arrays: (batch,). Returns loss, gradient_chosen and gradient_rejected (batch,), and accuracy."""
    ratio_chosen = chosen - ref_chosen
    ratio_rejected = rejected - ref_rejected
    margin = beta * (ratio_chosen - ratio_rejected)
    losses = np.logaddexp(0.0, -margin)
    loss = losses.mean()
    # The derivative of log(1 + exp(-m)) is -sigma(-m), which is written so that nothing overflows.
    slope = -np.exp(-np.logaddexp(0.0, margin))
    gradient = beta * slope / len(margin)
    accuracy = (margin > 0).mean()
    return {
        "loss": float(loss), "gradient_chosen": gradient, "gradient_rejected": -gradient, "accuracy": float(accuracy),
    }
