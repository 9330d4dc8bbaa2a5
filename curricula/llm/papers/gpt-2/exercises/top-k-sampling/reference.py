"""Sampling with temperature and top-k (Section 3.6 and the released sample.py)."""
from __future__ import annotations

import numpy as np


def softmax(logits: np.ndarray) -> np.ndarray:
    """logits: (batch, vocabulary). Returns probabilities, same shape; minus infinity becomes 0."""
    exponentials = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return exponentials / exponentials.sum(axis=-1, keepdims=True)


def keep_largest(logits: np.ndarray, k: int) -> np.ndarray:
    """logits: (batch, vocabulary). Returns them with all but the k largest of each row at minus infinity."""
    if k == 0:
        return logits
    smallest_kept = np.sort(logits, axis=-1)[:, -k, None]
    return np.where(logits < smallest_kept, -np.inf, logits)


def draw(probabilities: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """probabilities: (batch, vocabulary). Returns (batch,): the token at which the running sum passes a uniform number."""
    running = probabilities.cumsum(axis=-1)
    passed = running > rng.random(len(probabilities))[:, None]
    # Rounding can leave the last sum a little under 1; the last token is then as good as any that passed.
    return np.where(passed.any(axis=-1), passed.argmax(axis=-1), probabilities.shape[-1] - 1)


def sample(logits: np.ndarray, temperature: float, k: int, rng: np.random.Generator) -> np.ndarray:
    """logits: (batch, vocabulary). Returns (batch,), integers."""
    return draw(softmax(keep_largest(logits / temperature, k)), rng)
