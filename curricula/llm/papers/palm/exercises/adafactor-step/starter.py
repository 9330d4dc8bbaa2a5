from __future__ import annotations

import numpy as np


def step(
    param: np.ndarray, grad: np.ndarray, m: np.ndarray, v: np.ndarray, at: int
) -> dict[str, float | np.ndarray]:
    """A step of Adafactor without factorization (Section 5).

    param, grad, m, v: arrays of one shape. at: the number of the step, from 1.
    Returns {"param", "m", "v": arrays of this shape, "rate": a number}.
    """
    # TODO: rate and beta2 of this step
    # TODO: second moment, scaled gradient, first moment
    # TODO: the update, relative to the parameter's size, and the decay
    raise NotImplementedError("step: param, m, v and rate")
