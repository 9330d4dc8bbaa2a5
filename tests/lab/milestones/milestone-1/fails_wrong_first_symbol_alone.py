"""Says: The first symbol is right and those after it are not. It copies the name and then guesses."""
import numpy as np


def logits(source, target):
    seen = np.eye(11)[target].cumsum(axis=1) > 0
    scores = np.where(seen, -9.0, 0.0)
    scores[:, 0] = 20.0 * np.eye(11)[source[:, 0]]
    return scores
