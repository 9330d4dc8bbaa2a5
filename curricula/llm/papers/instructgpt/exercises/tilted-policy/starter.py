from __future__ import annotations

import numpy as np


def tilt(reference: np.ndarray, rewards: np.ndarray, beta: float) -> dict[str, np.ndarray]:
    """The policy that is best under a KL penalty.

    reference, rewards: (batch, n), probabilities of the answers and their rewards. beta: a number above 0.
    Returns {"policy": (batch, n), "reward": (batch,), "kl": (batch,), "value": (batch,)}.
    """
    # TODO: the policy, by way of logarithms
    # TODO: its reward, its divergence from the reference, and the value
    raise NotImplementedError("tilt: policy, reward, kl and value")
