from __future__ import annotations

import numpy as np


def rms_norm(x: np.ndarray, gain: np.ndarray, epsilon: float) -> np.ndarray:
    """Divides each row by its root mean square (Section 2.2; Zhang and Sennrich 2019).

    x: (..., width). gain: (width,). Returns the shape of x.
    """
    # TODO: the mean of the squares of each row
    # TODO: divide, and multiply by the gain
    raise NotImplementedError("rms_norm: divide each row by its root mean square")
