"""The clipped loss of PPO and its gradient (Appendix C.4; Schulman et al. 2017, equation (7))."""
from __future__ import annotations

import numpy as np


def ppo_loss(
    logp: np.ndarray, logp_old: np.ndarray, advantages: np.ndarray, mask: np.ndarray, epsilon: float
) -> dict[str, float | np.ndarray]:
    """logp, logp_old, advantages, mask: (batch, time). Returns loss, gradient (batch, time) and the share clipped."""
    weight = mask / mask.sum()
    ratio = np.exp(logp - logp_old)
    limited = np.clip(ratio, 1.0 - epsilon, 1.0 + epsilon)
    free, held = ratio * advantages, limited * advantages
    objective = np.minimum(free, held)
    loss = -(weight * objective).sum()

    active = free <= held
    # The derivative of the ratio by log p is the ratio itself.
    slope = ratio * advantages
    gradient = -weight * active * slope
    clipped = (weight * (held < free)).sum()
    return {"loss": float(loss), "gradient": gradient, "clipped": float(clipped)}
