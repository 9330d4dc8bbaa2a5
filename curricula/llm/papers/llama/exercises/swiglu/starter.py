from __future__ import annotations

import numpy as np


def swiglu(x: np.ndarray, gate: np.ndarray, up: np.ndarray, down: np.ndarray) -> np.ndarray:
    """A gated feed-forward network (Section 2.2; Shazeer 2020).

    x: (..., width). gate, up: (width, inner). down: (inner, width). Returns (..., width).
    """
    # TODO: the gated branch and the linear one
    # TODO: their product, and the way down
    raise NotImplementedError("swiglu: gate one branch by the other")
