from __future__ import annotations

import numpy as np


def positional_encoding(length: int, d_model: int) -> np.ndarray:
    """Sinusoidal positions (Section 3.5).

    length: number of positions, from 0. d_model: number of features, even.
    Returns (length, d_model): sines in the features 0, 2, 4 ..., cosines in 1, 3, 5 ...
    """
    # TODO: an angle for each position and each pair of features
    # TODO: sines and cosines side by side
    raise NotImplementedError("positional_encoding: a sine and a cosine for each pair of features")
