"""Says: below the best that is possible. Every tenth position, from another on in each text, reads the next token."""
import numpy as np
from passes_exact import logits as exact


def logits(tokens):
    scores = exact(tokens)
    places = (np.arange(tokens.shape[1]) + tokens[:, :1]) % 10 == 0
    return np.where(places[..., None], 9.0 * np.eye(34)[np.roll(tokens, -1, axis=1)], scores)
