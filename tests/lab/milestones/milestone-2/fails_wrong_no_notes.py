"""Says: A model that knows no note has a gap of. Exact but for the answers, of which it knows nothing."""
import numpy as np
from passes_exact import logits as exact


def logits(tokens):
    asked = (tokens >= 4) & (tokens < 10)
    return np.where(asked[..., None], np.where(np.arange(34) < 4, 0.0, -9.0), exact(tokens))
