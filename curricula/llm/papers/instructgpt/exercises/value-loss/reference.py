"""The clipped loss of the value function, and its gradient."""
from __future__ import annotations

import numpy as np


def value_loss(
    values: np.ndarray, values_old: np.ndarray, returns: np.ndarray, mask: np.ndarray, epsilon: float
) -> dict[str, float | np.ndarray]:
    """values, values_old, returns, mask: (batch, time). Returns loss and gradient (batch, time)."""
    weight = mask / mask.sum()
    move = values - values_old
    held = values_old + np.clip(move, -epsilon, epsilon)
    free_square = (values - returns) ** 2
    held_square = (held - returns) ** 2
    larger = np.maximum(free_square, held_square)
    loss = 0.5 * (weight * larger).sum()
    active = free_square >= held_square
    slope = values - returns
    gradient = weight * active * slope
    return {"loss": float(loss), "gradient": gradient}
