from __future__ import annotations

import numpy as np


def elo(wins: np.ndarray) -> np.ndarray:
    """Elo scores of the largest likelihood (Figures 2, 3 and 8).

    wins: (models, models), how often i was preferred to j; a tie counts one half in both directions.
    Returns (models,), 0 for the first model.
    """
    # TODO: scores for which expected and counted wins agree
    raise NotImplementedError("elo: the scores, with 0 for the first model")
