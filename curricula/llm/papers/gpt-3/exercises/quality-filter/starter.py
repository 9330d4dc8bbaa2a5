from __future__ import annotations

import numpy as np


def keep(scores: np.ndarray, alpha: float, rng: np.random.Generator) -> np.ndarray:
    """Which documents the filter keeps (Appendix A).

    scores: (documents,), from 0 to 1. rng: the source of all randomness. Returns bools (documents,).
    """
    # TODO: a draw for each document, against what its score lacks to 1
    raise NotImplementedError("keep: keep each document by chance, the likelier the better its score")
