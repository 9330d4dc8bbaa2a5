from __future__ import annotations

import numpy as np


def normalized_linear(
    x: np.ndarray, weights: np.ndarray, gain: np.ndarray, bias: np.ndarray, method: str
) -> np.ndarray:
    """A linear layer with batch, weight or layer normalization (Section 5.1, eq. (5), without the non-linearity).

    x: (batch, inputs). weights: (units, inputs), one weight vector per row. gain, bias: (units,).
    method: "batch", "weight" or "layer".
    Returns (batch, units): gain * (a - mean) / deviation + bias with the summed inputs a = x @ weights.T.
    """
    # TODO: summed inputs, then mean and deviation by method
    raise NotImplementedError("normalized_linear: eq. (5) with the mean and deviation of each method")
