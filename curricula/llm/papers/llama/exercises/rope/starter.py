from __future__ import annotations

import numpy as np


def rope(x: np.ndarray, positions: np.ndarray, theta: float, pairing: str) -> np.ndarray:
    """Turns pairs of numbers by angles that grow with the position (Section 2.2; Su et al. 2021).

    x: (batch, heads, time, size). positions: (time,). pairing: "neighbours" or "halves". Returns the shape of x.
    """
    # TODO: an angle for each position and pair
    # TODO: take the pairs apart, turn them, put them back
    raise NotImplementedError("rope: turn each pair by its angle")
