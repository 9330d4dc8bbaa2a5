"""Says: floor. Names the best token, and is far too sure of it."""
import numpy as np
from study_lab import source

chain = source("milestone-3")


def logits(tokens):
    return 6 * np.log(chain.posterior(tokens) + 1e-12)
