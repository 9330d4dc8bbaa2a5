from __future__ import annotations

import numpy as np


def attend_cached(
    q: np.ndarray, k: np.ndarray, v: np.ndarray, cache: np.ndarray, theta: float
) -> tuple[np.ndarray, np.ndarray]:
    """Causal attention of new tokens over a cache, with rotary embeddings by halves (Section 2.2).

    q, k, v: (batch, heads, new, size), not turned. cache: (2, batch, heads, past, size), turned keys and values.
    Returns (output, cache): (batch, heads, new, size) and (2, batch, heads, past + new, size).
    """
    # TODO: turn the new queries and keys by their positions
    # TODO: put new keys and values behind the old ones
    # TODO: attention, with a mask for old and new keys
    raise NotImplementedError("attend_cached: attend over the cache and the new tokens")
