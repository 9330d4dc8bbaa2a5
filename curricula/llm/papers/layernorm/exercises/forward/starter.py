from __future__ import annotations

import numpy as np


def layer_norm(a: np.ndarray, gain: np.ndarray, bias: np.ndarray, epsilon: float = 1e-5) -> np.ndarray:
    """Layer normalization (Section 3, eqs. (3) and (4), without the non-linearity).

    a: (..., units), the summed inputs. Each position of the axes before the last is one case.
    gain, bias: (units,).
    Returns (..., units): gain * (a - mean) / sqrt(variance + epsilon) + bias.
    """
    # TODO: mean and variance of each case over its units
    # TODO: normalize, then gain and bias
    raise NotImplementedError("layer_norm: normalize each case over its units")
