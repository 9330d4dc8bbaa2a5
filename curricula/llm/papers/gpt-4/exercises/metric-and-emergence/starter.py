from __future__ import annotations

import numpy as np


def metrics(token_accuracy: np.ndarray, length: int) -> dict[str, float | np.ndarray]:
    """An answer's exact match and edit distance from the accuracy of its tokens (Schaeffer et al. 2023).

    token_accuracy: (models,), rising. length: tokens of an answer.
    Returns {"exact": (models,), "edit": (models,), "steepness": a number}.
    """
    # TODO: exact match and edit distance
    # TODO: the largest step's share of the whole rise
    raise NotImplementedError("metrics: exact, edit and steepness")
