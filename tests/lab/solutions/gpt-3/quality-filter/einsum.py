"""The filter by the probability of each score."""
import numpy as np


def keep(scores, alpha, rng):
    """scores: (documents,). Returns bools (documents,)."""
    return rng.random(len(scores)) < (2.0 - scores) ** -alpha
