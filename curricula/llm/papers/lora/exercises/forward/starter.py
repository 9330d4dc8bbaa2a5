from __future__ import annotations

import numpy as np


def lora(
    x: np.ndarray, weight: np.ndarray, a: np.ndarray, b: np.ndarray, alpha: float, bias: np.ndarray
) -> np.ndarray:
    """A frozen layer with an update of low rank (Section 4.1, eq. (3)).

    x: (..., in). weight: (out, in). a: (r, in). b: (out, r). bias: (out,). Returns (..., out).
    """
    # TODO: the frozen layer
    # TODO: down to r numbers, up again, and the scale
    raise NotImplementedError("lora: add the scaled low-rank update to the frozen layer")
