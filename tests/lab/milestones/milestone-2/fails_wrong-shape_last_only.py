"""Says: have shape. Gives the last position alone."""
import numpy as np


def logits(tokens):
    return np.zeros((len(tokens), 8))
