from __future__ import annotations

import numpy as np


def attend(q: np.ndarray, k: np.ndarray, v: np.ndarray, size: int) -> dict[str, np.ndarray]:
    """Causal attention over blocks of keys, without a matrix of all weights (Section 2.4).

    q, k, v: (batch, heads, time, width). size: keys in a block.
    Returns a dict: output (batch, heads, time, width), logsumexp (batch, heads, time),
    running (blocks, batch, heads, time).
    """
    # TODO: largest score, sum of exponentials and weighted sum of values, all still empty
    # TODO: for each block of keys: scores, mask, a new maximum, smaller old sums, new parts
    # TODO: divide once, at the end
    raise NotImplementedError("attend: go through the keys block by block")
