"""The language modeling loss of GPT-1 (Section 3.1, eq. (1))."""
from __future__ import annotations

import numpy as np


def log_softmax(logits: np.ndarray) -> np.ndarray:
    """logits: (..., vocabulary). Returns logarithms of probabilities, same shape."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def losses(logits: np.ndarray, targets: np.ndarray) -> np.ndarray:
    """logits: (batch, predictions, vocabulary); targets: (batch, predictions). Returns -log P of each target, as targets."""
    return -np.take_along_axis(log_softmax(logits), targets[..., None], axis=-1)[..., 0]


def weighted_mean(values: np.ndarray, weights: np.ndarray) -> float:
    """Mean of values with weights 0 or 1, both (batch, predictions). 0 where no weight is left."""
    count = weights.sum()
    return float((values * weights).sum() / count) if count else 0.0


def causal_lm_loss(logits: np.ndarray, tokens: np.ndarray, mask: np.ndarray) -> float:
    """logits: (batch, time, vocabulary); tokens, mask: (batch, time). Returns the mean loss of the next tokens."""
    # Position t predicts token t + 1: the last logits and the first token have no partner.
    return weighted_mean(losses(logits[:, :-1], tokens[:, 1:]), mask[:, 1:])
