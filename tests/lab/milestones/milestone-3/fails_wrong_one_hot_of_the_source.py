"""Says: Of the hidden colours that can be known. What is shown, and the first colour where it is not."""
import numpy as np


def logits(tokens):
    return 9.0 * np.eye(24)[np.where(tokens < 24, tokens, 4 * (tokens - 24))]
