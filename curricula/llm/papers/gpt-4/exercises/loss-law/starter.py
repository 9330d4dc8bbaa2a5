from __future__ import annotations

import numpy as np


def fit(compute: np.ndarray, loss: np.ndarray) -> dict[str, float]:
    """The law L = a C^b + c, fitted to runs and carried on to C = 1 (Section 3.1).

    compute, loss: (runs,).
    Returns {"a", "b", "c", "prediction"}, four numbers.
    """
    # TODO: a and c for a given b
    # TODO: the best b
    # TODO: the prediction at compute 1
    raise NotImplementedError("fit: a, b, c and the prediction at compute 1")
