"""The best policy from the rewards' distance to the best one, with einsum; the divergence from reward and value."""
import numpy as np


def tilt(reference, rewards, beta):
    """reference, rewards: (batch, n). Returns policy (batch, n), reward, kl and value (batch,)."""
    best = rewards.max(axis=1)
    factor = np.exp((rewards - best[:, None]) / beta)
    z = np.einsum("bn,bn->b", reference, factor)
    policy = np.einsum("bn,bn,b->bn", reference, factor, 1 / z)
    # Both are measured from the best reward, so that little is lost where beta is small.
    below = np.einsum("bn,bn->b", policy, rewards - best[:, None])
    kl = below / beta - np.log(z)
    return {"policy": policy, "reward": below + best, "kl": kl, "value": beta * np.log(z) + best}
