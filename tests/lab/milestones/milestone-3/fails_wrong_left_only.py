"""Says: That is the accuracy of a model that reads from the left alone. The exact posterior without the right side."""
import numpy as np
from study_lab import source

text = source("milestone-3")


def logits(tokens):
    return np.log(np.maximum(text.posterior(tokens, sides=("left",)), 1e-9))
