"""The exact probabilities behind each mask."""
import numpy as np
from study_lab import source

chain = source("milestone-3")


def logits(tokens):
    return np.log(chain.posterior(tokens) + 1e-12)
