"""The objective of reinforcement learning and its parts (Section 3.5, equation (2))."""
from __future__ import annotations

import numpy as np


def objective(
    score: np.ndarray, logp: np.ndarray, logp_sft: np.ndarray, mask: np.ndarray,
    pretrain_logp: np.ndarray, pretrain_mask: np.ndarray, beta: float, gamma: float,
) -> dict[str, float]:
    """score: (batch,); logp, logp_sft, mask: (batch, time); pretrain_logp, pretrain_mask: (texts, length). Returns four numbers."""
    reward = np.mean(score)
    ratio = np.where(mask, logp - logp_sft, 0.0)
    completions = ratio.sum(axis=1)
    kl = completions.mean()
    known = np.where(pretrain_mask, pretrain_logp, 0.0)
    texts = known.sum(axis=1)
    pretrain = texts.mean()
    value = reward - beta * kl + gamma * pretrain
    return {"objective": float(value), "reward": float(reward), "kl": float(kl), "pretrain": float(pretrain)}
