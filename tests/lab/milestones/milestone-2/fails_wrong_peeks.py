"""Says: below the floor. Sees the token that it predicts."""
import numpy as np


def logits(tokens):
    return 8.0 * np.eye(8)[np.roll(tokens, -1, axis=1)]
