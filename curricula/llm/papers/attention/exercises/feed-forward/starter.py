from __future__ import annotations

import numpy as np


def feed_forward(x: np.ndarray, weights: dict[str, np.ndarray]) -> np.ndarray:
    """The position-wise feed-forward network (Section 3.3, eq. (2)).

    x: (batch, tokens, d_model).
    weights: w_1 (d_model, d_ff), b_1 (d_ff,), w_2 (d_ff, d_model), b_2 (d_model,).
    Returns (batch, tokens, d_model).
    """
    # TODO: linear, maximum with 0, linear
    raise NotImplementedError("feed_forward: the same two-layer network for each token")
