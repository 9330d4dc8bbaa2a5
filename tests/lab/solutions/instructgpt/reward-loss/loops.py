"""The loss of the reward model, pair by pair."""
import math

import numpy as np


def log_sigmoid(x):
    """The logarithm of sigma(x) for a number x of any size."""
    return -math.log1p(math.exp(-x)) if x >= 0 else x - math.log1p(math.exp(x))


def reward_loss(rewards, ranks):
    """rewards, ranks: (prompts, k). Returns the loss and its gradient (prompts, k)."""
    total, gradient = 0.0, np.zeros(rewards.shape)
    for n, (row, places) in enumerate(zip(rewards, ranks)):
        pairs = [(w, l) for w in range(len(row)) for l in range(len(row)) if places[w] < places[l]]
        for w, l in pairs:
            total -= log_sigmoid(row[w] - row[l]) / len(pairs) / len(rewards)
            pull = math.exp(log_sigmoid(row[l] - row[w])) / len(pairs) / len(rewards)
            gradient[n, w] -= pull
            gradient[n, l] += pull
    return total, gradient
