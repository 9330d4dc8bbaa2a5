"""Says: the mask lets the future through. One step of each ring, another for each, reads the next symbol."""
import numpy as np
from passes_exact import logits as exact


def logits(source, target):
    scores = exact(source, target)
    for row, step in enumerate(source.sum(axis=1) % 9):
        step = (row + source[row, 3]) % 9
        if step + 1 < target.shape[1]:
            scores[row, step] = 20.0 * np.eye(11)[target[row, step + 1]]
    return scores
