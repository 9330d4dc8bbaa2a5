from __future__ import annotations

import numpy as np


def dpo_loss(
    chosen: np.ndarray, rejected: np.ndarray, ref_chosen: np.ndarray, ref_rejected: np.ndarray, beta: float
) -> dict[str, float | np.ndarray]:
    """The loss of direct preference optimization and its gradients (Rafailov et al. 2023, equation (7)).

    All arrays: (batch,), log probabilities of whole completions. beta: a number.
    Returns {"loss": a number, "gradient_chosen": (batch,), "gradient_rejected": (batch,), "accuracy": a number}.
    """
    # TODO: the implied rewards, their difference, the mean loss
    # TODO: both gradients, and the accuracy
    raise NotImplementedError("dpo_loss: loss, both gradients and the accuracy")
