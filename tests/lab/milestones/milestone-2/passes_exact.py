"""The source's own probabilities."""
import numpy as np
from study_lab import source

P = source("milestone-2").P


def logits(tokens):
    before = np.concatenate([tokens[:, :1], tokens[:, :-1]], axis=1)
    return np.log(P[before, tokens])
