"""Says: At the answers alone the gap is. Exact but for the answers, for which it looks twelve tokens back and no further."""
import numpy as np
from passes_exact import logits as exact
from passes_exact import text


def logits(tokens):
    place = text.of_the_asked(tokens, text.notes(tokens)[1])
    far = (place >= 0) & (np.arange(tokens.shape[1]) - place > 12)
    return np.where(far[..., None], np.where(np.arange(34) < 4, 0.0, -9.0), exact(tokens))
