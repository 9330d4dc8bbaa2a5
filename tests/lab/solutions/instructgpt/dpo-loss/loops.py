"""Direct preference optimization, pair by pair."""
import math

import numpy as np


def log_sigmoid(x):
    """The logarithm of sigma(x) for a number x of any size."""
    return -math.log1p(math.exp(-x)) if x >= 0 else x - math.log1p(math.exp(x))


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta):
    """All arrays: (batch,). Returns loss, both gradients (batch,) and accuracy."""
    count, loss, right, pulls = len(chosen), 0.0, 0, []
    for new_w, new_l, old_w, old_l in zip(chosen, rejected, ref_chosen, ref_rejected):
        reward_w, reward_l = beta * (new_w - old_w), beta * (new_l - old_l)
        loss -= log_sigmoid(reward_w - reward_l) / count
        pulls.append(beta * math.exp(log_sigmoid(reward_l - reward_w)) / count)
        right += reward_w > reward_l
    pulls = np.array(pulls)
    return {"loss": loss, "gradient_chosen": -pulls, "gradient_rejected": pulls, "accuracy": right / count}
