"""The clipped loss of PPO, token by token."""
import math

import numpy as np


def ppo_loss(logp, logp_old, advantages, mask, epsilon):
    """All arrays: (batch, time). Returns loss, gradient (batch, time) and the share clipped."""
    places = [place for place in np.ndindex(*logp.shape) if mask[place]]
    loss, clipped, gradient = 0.0, 0, np.zeros(logp.shape)
    for place in places:
        ratio, advantage = math.exp(logp[place] - logp_old[place]), advantages[place]
        # With a positive advantage only the upper limit can decide, with a negative one the lower.
        if advantage > 0 and ratio > 1 + epsilon:
            loss, clipped = loss - (1 + epsilon) * advantage, clipped + 1
        elif advantage < 0 and ratio < 1 - epsilon:
            loss, clipped = loss - (1 - epsilon) * advantage, clipped + 1
        else:
            loss -= ratio * advantage
            gradient[place] = -ratio * advantage / len(places)
    return {"loss": loss / len(places), "gradient": gradient, "clipped": clipped / len(places)}
