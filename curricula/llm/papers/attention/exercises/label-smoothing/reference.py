"""Cross-entropy with label smoothing (Section 5.4)."""
from __future__ import annotations

import numpy as np


def log_softmax(logits: np.ndarray) -> np.ndarray:
    """logits: (..., vocabulary). Returns log-probabilities of the same shape."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def label_smoothing_loss(logits: np.ndarray, targets: np.ndarray, epsilon: float = 0.1, padding: int = 0) -> float:
    """logits: (batch, tokens, vocabulary); targets: (batch, tokens). Returns a number."""
    log_p = log_softmax(np.asarray(logits, dtype=np.float64))
    vocabulary = log_p.shape[-1]
    one_hot = np.eye(vocabulary)[targets]
    shares = (1.0 - epsilon) * one_hot + epsilon / vocabulary
    losses = -(shares * log_p).sum(axis=-1)
    real = targets != padding
    return float(losses[real].mean())
