from __future__ import annotations

import numpy as np


def attention(
    q: np.ndarray, k: np.ndarray, v: np.ndarray, mask: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Scaled dot-product attention (Section 3.2.1, eq. (1)).

    q: (..., queries, d_k). k: (..., keys, d_k). v: (..., keys, d_v).
    mask: bool, broadcastable to (..., queries, keys); True where a query may look at a key. None allows all.
    Returns (output, weights): (..., queries, d_v) and (..., queries, keys).
    The paper leaves open what a query gets that may look at no key; ours has weights and output 0.
    """
    # TODO: scores of all queries with all keys, scaled
    # TODO: the mask, then the softmax
    # TODO: the weighted mean of the values
    raise NotImplementedError("attention: weigh the values by the fit of queries and keys")
