"""Nucleus sampling (Section 6.2; Holtzman et al. 2020)."""
from __future__ import annotations

import numpy as np


def sample(logits: np.ndarray, temperature: float, p: float, rng: np.random.Generator) -> np.ndarray:
    """logits: (batch, vocabulary). Returns ids (batch,)."""
    batch, vocabulary = logits.shape
    heated = np.asarray(logits, dtype=np.float64) / temperature
    exponentials = np.exp(heated - heated.max(axis=-1, keepdims=True))
    probabilities = exponentials / exponentials.sum(axis=-1, keepdims=True)
    order = np.argsort(-probabilities, axis=-1)
    ordered = np.take_along_axis(probabilities, order, axis=-1)
    before = np.cumsum(ordered, axis=-1) - ordered
    kept = np.where(before < p, ordered, 0.0)
    shares = kept / kept.sum(axis=-1, keepdims=True)
    draws = rng.random((batch, 1))
    places = (np.cumsum(shares, axis=-1) <= draws).sum(axis=-1)
    places = np.minimum(places, vocabulary - 1)  # the last sum may be a little below 1
    return np.take_along_axis(order, places[:, None], axis=-1)[:, 0]
