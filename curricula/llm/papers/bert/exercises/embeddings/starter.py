from __future__ import annotations

import numpy as np


def input_embeddings(
    token_ids: np.ndarray, segment_ids: np.ndarray, weights: dict[str, np.ndarray], epsilon: float = 1e-12
) -> np.ndarray:
    """The sum of token, segment and position embeddings, normalized (Section 3, Figure 2).

    token_ids, segment_ids: (batch, length), whole numbers.
    weights: token (vocabulary, hidden), segment (2, hidden), position (positions, hidden), gain and bias (hidden,).
    Returns (batch, length, hidden).
    """
    # TODO: a row of each table for each token
    # TODO: the sum, then layer normalization
    raise NotImplementedError("input_embeddings: token plus segment plus position, normalized")
