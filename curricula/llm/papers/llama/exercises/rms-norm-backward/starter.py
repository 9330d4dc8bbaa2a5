from __future__ import annotations

import numpy as np


def rms_norm_backward(
    x: np.ndarray, gain: np.ndarray, epsilon: float, grad: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The gradients of RMSNorm (Section 2.2; Zhang and Sennrich 2019).

    x, grad: (..., width). gain: (width,). Returns (d_x, d_gain): (..., width) and (width,).
    """
    # TODO: the gradient behind the gain, and that of the gain
    # TODO: both paths from the normalized row back to x
    raise NotImplementedError("rms_norm_backward: go back through the gain and the root mean square")
