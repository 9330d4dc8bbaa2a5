"""Says: ignores the source. Knows which symbols there are and no more."""
import numpy as np


def logits(source, target):
    scores = np.zeros((*target.shape, 11))
    scores[..., 0] = -30
    return scores
