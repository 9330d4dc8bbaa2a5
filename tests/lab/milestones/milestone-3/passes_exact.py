"""The exact posterior."""
import numpy as np
from study_lab import source

text = source("milestone-3")


def logits(tokens):
    return np.log(np.maximum(text.posterior(tokens), 1e-9))
