"""The loss from size and data together (Section 4)."""
from __future__ import annotations

import numpy as np


def surface(n: np.ndarray, d: np.ndarray, constants: dict[str, float], excess: float) -> dict[str, np.ndarray]:
    """n, d: shapes that broadcast. Returns loss, overfit and tokens."""
    n, d = (np.asarray(array, dtype=np.float64) for array in (n, d))
    alpha_n, alpha_d = constants["alpha_n"], constants["alpha_d"]
    size_term = (constants["n_c"] / n) ** (alpha_n / alpha_d)
    data_term = constants["d_c"] / d
    loss = (size_term + data_term) ** alpha_d
    infinite = size_term**alpha_d
    overfit = loss / infinite - 1.0
    growth = (1.0 + excess) ** (1.0 / alpha_d) - 1.0
    tokens = constants["d_c"] / (size_term * growth)
    return {"loss": loss, "overfit": overfit, "tokens": tokens}
