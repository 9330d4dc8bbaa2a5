"""The input embeddings of BERT: token, segment and position, normalized (Section 3, Figure 2)."""
from __future__ import annotations

import numpy as np


def layer_norm(a: np.ndarray, gain: np.ndarray, bias: np.ndarray, epsilon: float) -> np.ndarray:
    """a: (..., hidden); gain, bias: (hidden,). Returns (..., hidden)."""
    mean = a.mean(axis=-1, keepdims=True)
    variance = ((a - mean) ** 2).mean(axis=-1, keepdims=True)
    normalized = (a - mean) / np.sqrt(variance + epsilon)
    return gain * normalized + bias


def input_embeddings(
    token_ids: np.ndarray, segment_ids: np.ndarray, weights: dict[str, np.ndarray], epsilon: float = 1e-12
) -> np.ndarray:
    """token_ids, segment_ids: (batch, length). Returns (batch, length, hidden)."""
    tokens = weights["token"][token_ids]
    segments = weights["segment"][segment_ids]
    # The first rows of the position table serve every sequence alike: (length, hidden), broadcast over the batch.
    positions = weights["position"][: token_ids.shape[1]]
    summed = tokens + segments + positions
    return layer_norm(summed, weights["gain"], weights["bias"], epsilon)
