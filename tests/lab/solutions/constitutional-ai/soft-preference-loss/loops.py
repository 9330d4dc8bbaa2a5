"""The loss of a preference model, pair by pair."""
import math

import numpy as np


def log_sigmoid(x):
    """The logarithm of sigma(x) for a number x of any size."""
    return -math.log1p(math.exp(-x)) if x >= 0 else x - math.log1p(math.exp(x))


def pm_loss(score_a, score_b, target):
    """score_a, score_b, target: (pairs,). Returns loss and both gradients (pairs,)."""
    count, loss, gradient = len(target), 0.0, []
    for a, b, p in zip(score_a, score_b, target):
        loss -= (p * log_sigmoid(a - b) + (1 - p) * log_sigmoid(b - a)) / count
        # p pulls with what sigma lacks to 1, and 1 - p with what it lacks to 0.
        gradient.append((-p * math.exp(log_sigmoid(b - a)) + (1 - p) * math.exp(log_sigmoid(a - b))) / count)
    gradient = np.array(gradient)
    return {"loss": loss, "gradient_a": gradient, "gradient_b": -gradient}
