"""Preference labels, comparison by comparison, with the logistic function of the difference."""
import math

import numpy as np


def sigmoid(x):
    """1 / (1 + exp(-x)) for a number x of any size."""
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


def labels(logps, mode):
    """logps: (comparisons, chains, 2). Returns (comparisons,)."""
    found = []
    for chains in logps:
        chances = [sigmoid(float(a) - float(b)) for a, b in chains]
        if mode == "average":
            found.append(sum(chances) / len(chances))
        elif mode == "chain":
            found.append(min(0.6, max(0.4, chances[0])))
        else:
            found.append(chances[0])
    return np.array(found)
