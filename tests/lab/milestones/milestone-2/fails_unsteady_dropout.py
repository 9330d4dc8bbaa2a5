"""Says: The same input gave two different results. Dropout was left on: what it drops is another thing in every call."""
import numpy as np
from passes_exact import logits as exact


def logits(tokens):
    found = exact(tokens)
    return np.where(np.random.random(found.shape) < 0.1, 0.0, found)
