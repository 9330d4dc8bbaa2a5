"""The best policy, prompt by prompt, with sums of plain numbers."""
import math

import numpy as np


def tilt(reference, rewards, beta):
    """reference, rewards: (batch, n). Returns policy (batch, n), reward, kl and value (batch,)."""
    rows = []
    for chances, gains in zip(reference, rewards):
        best = max(gains)
        weights = [p * math.exp((r - best) / beta) for p, r in zip(chances, gains)]
        z = math.fsum(weights)
        policy = [weight / z for weight in weights]
        # The value has a closed form of its own: beta log Z.
        value = beta * math.log(z) + best
        reward = math.fsum(p * r for p, r in zip(policy, gains))
        kl = math.fsum(p * math.log(p / q) for p, q in zip(policy, chances) if p > 0)
        rows.append((policy, reward, kl, value))
    policy, reward, kl, value = (np.array(part) for part in zip(*rows))
    return {"policy": policy, "reward": reward, "kl": kl, "value": value}
