from __future__ import annotations

import numpy as np


def layer_norm_backward(
    d_y: np.ndarray, a: np.ndarray, gain: np.ndarray, epsilon: float = 1e-5
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of layer normalization y = gain * (a - mean) / sqrt(variance + epsilon) + bias (Section 3).

    d_y: (..., units), the gradient of the loss with respect to y.
    a: (..., units), the summed inputs of the forward pass.
    gain: (units,).
    Returns (d_a, d_gain, d_bias) with shapes (..., units), (units,), (units,).
    """
    # TODO: repeat the forward pass as far as it is needed
    # TODO: gain and bias, summed over all cases
    # TODO: the three ways by which an input acts on the outputs of its case
    raise NotImplementedError("layer_norm_backward: gradients for a, gain and bias")
