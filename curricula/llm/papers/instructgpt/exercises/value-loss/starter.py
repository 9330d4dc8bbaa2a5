from __future__ import annotations

import numpy as np


def value_loss(
    values: np.ndarray, values_old: np.ndarray, returns: np.ndarray, mask: np.ndarray, epsilon: float
) -> dict[str, float | np.ndarray]:
    """The clipped loss of the value function, and its gradient.

    values, values_old, returns, mask: (batch, time). epsilon: how far a value may move.
    Returns {"loss": a number, "gradient": (batch, time)}.
    """
    # TODO: both squares, the larger one, half of the mean over the mask
    # TODO: the gradient with respect to values
    raise NotImplementedError("value_loss: loss and gradient")
