from __future__ import annotations

import numpy as np


def normalization_statistics(a: np.ndarray, epsilon: float = 1e-5) -> dict[str, np.ndarray]:
    """Statistics of batch and layer normalization for the same summed inputs (Sections 2, 3 and 3.1).

    a: (batch, time, units).
    Returns a dict:
      batch_mean, batch_deviation: (time, units), over the cases;
      layer_mean, layer_deviation: (batch, time), over the units;
      batch_normalized, layer_normalized: (batch, time, units), (a - mean) / sqrt(deviation**2 + epsilon).
    """
    # TODO: over which axis does each of the two average?
    raise NotImplementedError("normalization_statistics: batch and layer statistics of the same inputs")
