from __future__ import annotations

import numpy as np


def attend(q: np.ndarray, k: np.ndarray, v: np.ndarray, layer: int, window: int) -> np.ndarray:
    """Causal attention, dense in even layers and banded in odd ones (Section 2.1).

    q, k, v: (batch, heads, time, size). layer: from 0. window: positions that a banded layer sees, itself included.
    Returns the shape of v.
    """
    # TODO: the mask of this layer
    # TODO: scaled scores, the mask, the softmax, the values
    raise NotImplementedError("attend: attend densely or within a band")
