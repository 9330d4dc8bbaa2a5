"""The policy that is best under a KL penalty, in closed form (equation (2) without its last term)."""
from __future__ import annotations

import numpy as np


def tilt(reference: np.ndarray, rewards: np.ndarray, beta: float) -> dict[str, np.ndarray]:
    """reference, rewards: (batch, n). Returns policy (batch, n), reward, kl and value (batch,)."""
    scaled = rewards / beta
    prior = np.log(reference)
    logits = prior + scaled
    # With the largest at 0 no exponential overflows.
    top = logits.max(axis=-1, keepdims=True)
    normalizer = top + np.log(np.exp(logits - top).sum(axis=-1, keepdims=True))
    log_policy = logits - normalizer
    policy = np.exp(log_policy)
    reward = (policy * rewards).sum(axis=-1)
    kl = (policy * (log_policy - prior)).sum(axis=-1)
    value = reward - beta * kl
    return {"policy": policy, "reward": reward, "kl": kl, "value": value}
