"""The clipped loss of PPO as A rho - |A| times the excess of the ratio on the advantage's side."""
import numpy as np


def ppo_loss(logp, logp_old, advantages, mask, epsilon):
    """All arrays: (batch, time). Returns loss, gradient (batch, time) and the share clipped."""
    weight = mask / np.einsum("bt->", mask)
    ratio = np.exp(logp - logp_old)
    excess = np.sign(advantages) * (ratio - 1.0) - epsilon
    beyond = (excess > 0) & (advantages != 0)
    value = ratio * advantages - np.abs(advantages) * np.where(beyond, excess, 0.0)
    gradient = -np.einsum("bt,bt,bt,bt->bt", weight, 1.0 - beyond, ratio, advantages)
    return {"loss": -np.einsum("bt,bt->", weight, value), "gradient": gradient, "clipped": np.einsum("bt,bt->", weight, beyond * 1.0)}
