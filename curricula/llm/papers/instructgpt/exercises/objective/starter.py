from __future__ import annotations

import numpy as np


def objective(
    score: np.ndarray, logp: np.ndarray, logp_sft: np.ndarray, mask: np.ndarray,
    pretrain_logp: np.ndarray, pretrain_mask: np.ndarray, beta: float, gamma: float,
) -> dict[str, float]:
    """The objective of reinforcement learning and its parts (Section 3.5, equation (2)).

    score: (batch,). logp, logp_sft, mask: (batch, time), of the completions.
    pretrain_logp, pretrain_mask: (texts, length), of the pre-training texts. beta, gamma: numbers.
    Returns {"objective", "reward", "kl", "pretrain"}, four numbers.
    """
    # TODO: the mean score, and the mean log ratio of the completions
    # TODO: the mean log probability of the texts
    # TODO: equation (2)
    raise NotImplementedError("objective: reward, kl, pretrain, and equation (2) of them")
