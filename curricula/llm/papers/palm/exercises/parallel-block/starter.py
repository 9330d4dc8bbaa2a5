from __future__ import annotations

import numpy as np


def block(x: np.ndarray, weights: dict[str, np.ndarray], heads: int, theta: float) -> np.ndarray:
    """PaLM's parallel block (Section 2).

    x: (batch, time, width). weights: gain, query, key, value, output, gate, up, down.
    heads: of the queries; keys and values have one. theta: of the rotary positions.
    Returns the shape of x.
    """
    # TODO: layer normalization without a bias
    # TODO: multi-query attention with rotary positions
    # TODO: SwiGLU
    # TODO: the sum
    raise NotImplementedError("block: x plus MLP and attention of the same normalized x")
