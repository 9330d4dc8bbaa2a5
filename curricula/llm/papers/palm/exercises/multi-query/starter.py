from __future__ import annotations

import numpy as np


def attend(
    x: np.ndarray, wq: np.ndarray, wk: np.ndarray, wv: np.ndarray, wo: np.ndarray, heads: int, kv_heads: int
) -> tuple[np.ndarray, np.ndarray]:
    """Causal attention whose query heads share heads of keys and values (Section 2).

    x: (batch, time, width). wq: (width, heads * size). wk, wv: (width, kv_heads * size). wo: (heads * size, width).
    Returns (output, cache): (batch, time, width) and (2, batch, kv_heads, time, size).
    """
    # TODO: queries in heads, keys and values in kv_heads
    # TODO: causal attention, each query head with the keys and values of its group
    # TODO: join the heads
    raise NotImplementedError("attend: output and cache")
