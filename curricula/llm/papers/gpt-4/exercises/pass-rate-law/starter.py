from __future__ import annotations

import numpy as np


def predict(compute: np.ndarray, rates: np.ndarray, at: float) -> dict[str, float | np.ndarray]:
    """The law of the pass rate, fitted and carried on (Section 3.2).

    compute: (models,). rates: (models, problems), shares of right samples. at: the compute to predict for.
    Returns {"kept": (problems,) bools, "alpha": a number, "k": a number, "prediction": a number}.
    """
    # TODO: the problems that every model solves at least once
    # TODO: minus the mean logarithm of the pass rate, for each model
    # TODO: a line through the logarithms, and the prediction
    raise NotImplementedError("predict: kept, alpha, k and prediction")
