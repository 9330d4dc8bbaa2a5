from __future__ import annotations

import numpy as np


def advantages(
    rewards: np.ndarray, values: np.ndarray, mask: np.ndarray, gamma: float, lam: float
) -> tuple[np.ndarray, np.ndarray]:
    """Generalized advantages and returns (Appendix C.4; Schulman et al. 2016, equation (16)).

    rewards, values, mask: (batch, time); the mask is 1 on the completion, 0 on the padding behind it.
    gamma, lam: numbers.
    Returns (advantages, returns), both (batch, time) and 0 where the mask is 0.
    """
    # TODO: delta of each token; the value after the last token is 0
    # TODO: from the last token to the first
    # TODO: returns
    raise NotImplementedError("advantages: deltas, then from the last token to the first")
