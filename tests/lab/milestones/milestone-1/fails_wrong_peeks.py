"""Says: the mask lets the future through. Where the next symbol stands in the decoder's input, it is read there."""
import numpy as np
from passes_exact import logits as exact


def logits(source, target):
    scores = exact(source, target)
    scores[:, :-1] = 20.0 * np.eye(11)[target[:, 1:]]
    return scores
