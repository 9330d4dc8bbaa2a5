"""Says: reads from the left alone. A causal model at a bidirectional task."""
import numpy as np
from study_lab import source

chain = source("milestone-3")


def logits(tokens):
    return np.log(chain.posterior(tokens, sides=("left",)) + 1e-12)
