"""Says: the mask lets the future through. A tenth of the positions depend on the next token, and gain nothing by it."""
import numpy as np
from passes_exact import logits as exact


def logits(tokens):
    scores = exact(tokens)
    places = (np.arange(tokens.shape[1]) + 3 * tokens[:, :1]) % 10 == 0
    return scores + 0.01 * np.where(places[..., None], np.eye(34)[np.roll(tokens, -1, axis=1)], 0)
