from __future__ import annotations

import numpy as np


def multi_head_attention(
    query: np.ndarray,
    key: np.ndarray,
    value: np.ndarray,
    weights: dict[str, np.ndarray],
    heads: int,
    mask: np.ndarray | None = None,
) -> np.ndarray:
    """Multi-head attention (Section 3.2.2).

    query: (batch, queries, d_model). key, value: (batch, keys, d_model).
    weights: w_q, w_k, w_v, w_o, each (d_model, d_model). Head i owns the columns i * d_k to (i + 1) * d_k - 1.
    mask: bool, (queries, keys) or (batch, queries, keys); True where a query may look at a key.
    Returns (batch, queries, d_model).
    """
    # TODO: project, and split the features into heads: (batch, heads, tokens, d_k)
    # TODO: scaled dot-product attention in each head (bring yours from the first exercise)
    # TODO: merge the heads, project with w_o
    raise NotImplementedError("multi_head_attention: project, split, attend, merge, project")
