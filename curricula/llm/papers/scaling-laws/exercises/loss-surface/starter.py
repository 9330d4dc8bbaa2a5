from __future__ import annotations

import numpy as np


def surface(n: np.ndarray, d: np.ndarray, constants: dict[str, float], excess: float) -> dict[str, np.ndarray]:
    """The loss of a model of n parameters on d tokens (Section 4, eqs. (1.5), (4.2) to (4.4)).

    constants: alpha_n, alpha_d, n_c, d_c. n and d broadcast.
    Returns a dict: loss, overfit (of the common shape), tokens (of the shape of n).
    """
    # TODO: the two terms and the loss
    # TODO: the overfitting, and the tokens that keep it at the excess
    raise NotImplementedError("surface: put both limits into one loss")
