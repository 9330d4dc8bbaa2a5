"""Says: A model that knows no note has a gap of. Knows what may come, and of no note."""
import numpy as np


def logits(tokens):
    asked = ((tokens >= 4) & (tokens < 10))[..., None]
    free = np.concatenate([np.full(4, -9.0), np.full(6, np.log(0.8 / 6)), np.full(24, np.log(0.2 / 24))])
    return np.where(asked, np.where(np.arange(34) < 4, 0.0, -9.0), free)
