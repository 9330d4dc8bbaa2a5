"""Says: sees one token back. What one token says about the next."""
import numpy as np
from study_lab import source

chain = source("milestone-2")
AFTER = np.einsum("ab,abc->bc", chain.stationary(), chain.P)


def logits(tokens):
    return np.log(AFTER[tokens])
