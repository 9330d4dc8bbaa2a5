from __future__ import annotations

import numpy as np


def fit(x: np.ndarray, loss: np.ndarray, at: np.ndarray) -> dict[str, object]:
    """Fits loss = (scale / x) ** exponent by least squares on the logarithms (eqs. (1.1) to (1.3)).

    x, loss: (points,). at: (m,). Returns a dict: exponent, scale, prediction (m,).
    """
    # TODO: a straight line through the logarithms
    # TODO: exponent and scale from slope and intercept
    raise NotImplementedError("fit: fit a straight line to the logarithms")
