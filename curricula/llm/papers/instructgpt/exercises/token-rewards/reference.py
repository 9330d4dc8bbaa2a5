"""The reward of each token: a KL penalty, and the reward model's score at the end (Section 3.5, equation (2))."""
from __future__ import annotations

import numpy as np


def token_rewards(
    score: np.ndarray, logp: np.ndarray, logp_sft: np.ndarray, mask: np.ndarray, beta: float
) -> np.ndarray:
    """score: (batch,); logp, logp_sft, mask: (batch, time). Returns (batch, time)."""
    inside = np.asarray(mask) > 0
    ratio = logp - logp_sft
    penalty = np.where(inside, ratio, 0.0)
    rewards = -beta * penalty
    rows = np.arange(len(score))
    last = inside.shape[1] - 1 - inside[:, ::-1].argmax(axis=1)
    rewards[rows, last] += score
    return rewards
