"""Says: Of the hidden colours that can be known. The exact posterior of what stands at most three tokens away."""
import numpy as np
from study_lab import source

text = source("milestone-3")


def logits(tokens):
    found = text.posterior(tokens)
    far = np.abs(text.partners(tokens) - np.arange(tokens.shape[1])) > 3
    any_colour = (np.arange(24) // 4 == tokens[..., None] - 24) / 4
    return np.log(np.maximum(np.where(far[..., None], any_colour, found), 1e-9))
