from __future__ import annotations

import numpy as np


def fit(n: np.ndarray, d: np.ndarray, loss: np.ndarray, start: np.ndarray, delta: float) -> dict[str, float]:
    """The constants of L(N, D) = e + a / N^alpha + b / D^beta (Hoffmann et al. 2022, Appendix D.2).

    n, d, loss: (runs,). start: (5,), log a, log b, log e, alpha, beta.
    Returns {"e", "a", "b", "alpha", "beta", "objective"}, all floats.
    """
    # TODO: the residuals of the logarithms, by log-sum-exp
    # TODO: the sum of their Huber losses, made as small as can be
    raise NotImplementedError("fit: the constants of the loss, and the objective")
