"""Generalized advantages and returns (Appendix C.4; Schulman et al. 2016, equation (16))."""
from __future__ import annotations

import numpy as np


def advantages(
    rewards: np.ndarray, values: np.ndarray, mask: np.ndarray, gamma: float, lam: float
) -> tuple[np.ndarray, np.ndarray]:
    """rewards, values, mask: (batch, time). Returns advantages and returns, both (batch, time)."""
    inside = np.asarray(mask) > 0
    batch, time = inside.shape
    known = np.where(inside, values, 0.0)
    # After the last token there is nothing, whose value is 0.
    following = np.concatenate([known[:, 1:], np.zeros((batch, 1))], axis=1)
    delta = np.where(inside, rewards + gamma * following - values, 0.0)

    result = np.zeros((batch, time))
    trace = np.zeros(batch)
    for t in reversed(range(time)):
        trace = delta[:, t] + gamma * lam * trace
        result[:, t] = trace
    returns = result + known
    return result, returns
