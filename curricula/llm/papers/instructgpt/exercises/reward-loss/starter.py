from __future__ import annotations

import numpy as np


def reward_loss(rewards: np.ndarray, ranks: np.ndarray) -> tuple[float, np.ndarray]:
    """The loss of the reward model and its gradient (Section 3.5, equation (1)).

    rewards: (prompts, k). ranks: (prompts, k), whole numbers, 1 is the best; pairs of equal rank are left out.
    Returns (loss, gradient): a number, and the gradient (prompts, k).
    """
    # TODO: all pairs of a prompt, their losses, the mean of each prompt, the mean of the prompts
    # TODO: the gradient
    raise NotImplementedError("reward_loss: the mean over the pairs of each prompt, and its gradient")
