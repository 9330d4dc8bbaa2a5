"""The pairwise ranking loss of the reward model and its gradient (Section 3.5, equation (1))."""
from __future__ import annotations

import numpy as np


def reward_loss(rewards: np.ndarray, ranks: np.ndarray) -> tuple[float, np.ndarray]:
    """rewards, ranks: (prompts, k); rank 1 is the best. Returns the loss and its gradient (prompts, k)."""
    rewards = np.asarray(rewards, dtype=np.float64)
    # Entry (i, j) of a prompt's table belongs to completion i against completion j.
    difference = rewards[:, :, None] - rewards[:, None, :]
    better = ranks[:, :, None] < ranks[:, None, :]
    pairs = better.sum(axis=(1, 2), keepdims=True)
    share = better / np.maximum(pairs, 1)

    losses = np.logaddexp(0.0, -difference)
    each = (share * losses).sum(axis=(1, 2))
    loss = each.mean()

    # The derivative of log(1 + exp(-d)) is -sigma(-d), which is written so that nothing overflows.
    slope = -np.exp(-np.logaddexp(0.0, difference))
    pull = share * slope / len(rewards)
    gradient = pull.sum(axis=2) - pull.sum(axis=1)
    return float(loss), gradient
