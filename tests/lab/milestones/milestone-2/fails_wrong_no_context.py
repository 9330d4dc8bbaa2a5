"""Says: ignores its context. Frequencies alone."""
import numpy as np
from study_lab import source

SINGLE = source("milestone-2").stationary().sum(0)


def logits(tokens):
    return np.broadcast_to(np.log(SINGLE), (*tokens.shape, 8))
