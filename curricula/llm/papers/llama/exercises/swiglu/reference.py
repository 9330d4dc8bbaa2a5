"""The gated feed-forward network (Section 2.2; Shazeer 2020)."""
from __future__ import annotations

import numpy as np


def swiglu(x: np.ndarray, gate: np.ndarray, up: np.ndarray, down: np.ndarray) -> np.ndarray:
    """x: (..., width); gate, up: (width, inner); down: (inner, width). Returns (..., width)."""
    gated = x @ gate
    activated = gated / (1.0 + np.exp(-gated))
    linear = x @ up
    hidden = activated * linear
    return hidden @ down
