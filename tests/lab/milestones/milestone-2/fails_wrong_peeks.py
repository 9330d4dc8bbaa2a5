"""Says: below the best that is possible. Reads every token it is asked for."""
import numpy as np


def logits(tokens):
    return 9.0 * np.eye(34)[np.roll(tokens, -1, axis=1)]
