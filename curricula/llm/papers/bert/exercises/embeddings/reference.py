"""The input embeddings of BERT: token, segment and position, normalized (Section 3, Figure 2)."""
from __future__ import annotations

import numpy as np


def layer_norm(x: np.ndarray, gain: np.ndarray, bias: np.ndarray, epsilon: float) -> np.ndarray:
    """x: (..., hidden); gain, bias: (hidden,). Returns the shape of x."""
    mean = x.mean(axis=-1, keepdims=True)
    return gain * (x - mean) / np.sqrt(x.var(axis=-1, keepdims=True) + epsilon) + bias


def input_embeddings(
    token_ids: np.ndarray, segment_ids: np.ndarray, weights: dict[str, np.ndarray], epsilon: float = 1e-12
) -> np.ndarray:
    """token_ids, segment_ids: (batch, length). Returns (batch, length, hidden)."""
    length = token_ids.shape[1]
    # The first rows of the position table serve every sequence alike: (length, hidden), broadcast over the batch.
    summed = weights["token"][token_ids] + weights["segment"][segment_ids] + weights["position"][:length]
    return layer_norm(summed, weights["gain"], weights["bias"], epsilon)
