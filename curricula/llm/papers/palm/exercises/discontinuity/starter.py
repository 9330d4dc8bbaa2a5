from __future__ import annotations

import numpy as np


def discontinuity(parameters: np.ndarray, scores: np.ndarray) -> dict[str, np.ndarray]:
    """Scores of the largest model against a line through the smaller ones (Section 6.2).

    parameters: (3,), from the smallest model to the largest. scores: (tasks, 3), in percent.
    Returns {"predicted": (tasks,), "excess": (tasks,), "flag": (tasks,) bools}.
    """
    # TODO: the line in the logarithm of the size through the first two models
    # TODO: the excess of the third, and whether it is more than 10 points
    raise NotImplementedError("discontinuity: predicted, excess and flag")
