"""The filter by inverting the distribution, document by document."""
import numpy as np


def keep(scores, alpha, rng):
    """scores: (documents,). Returns bools (documents,)."""
    kept = []
    for score in scores:
        draw = (1.0 - rng.random()) ** (-1.0 / alpha) - 1.0
        kept.append(draw > 1.0 - score)
    return np.array(kept)
