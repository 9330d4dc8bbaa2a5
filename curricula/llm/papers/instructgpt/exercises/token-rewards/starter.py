from __future__ import annotations

import numpy as np


def token_rewards(
    score: np.ndarray, logp: np.ndarray, logp_sft: np.ndarray, mask: np.ndarray, beta: float
) -> np.ndarray:
    """The reward of each token: KL penalty, and the score at the end (Section 3.5, equation (2)).

    score: (batch,). logp, logp_sft: (batch, time), log probabilities under the policy and the supervised model.
    mask: (batch, time), 1 on the tokens of the completion. beta: a number.
    Returns (batch, time), 0 where the mask is 0.
    """
    # TODO: the penalty of each token of the completion
    # TODO: the score at the last token of the completion
    raise NotImplementedError("token_rewards: the penalty of each token, and the score at the last one")
