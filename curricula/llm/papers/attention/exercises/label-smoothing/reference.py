"""Cross-entropy with label smoothing (Section 5.4)."""
from __future__ import annotations

import numpy as np


def log_softmax(logits: np.ndarray) -> np.ndarray:
    """logits: (..., vocabulary). Returns log-probabilities of the same shape."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def smoothed(targets: np.ndarray, vocabulary: int, epsilon: float) -> np.ndarray:
    """targets: (batch, tokens). Returns target distributions (batch, tokens, vocabulary)."""
    one_hot = np.eye(vocabulary)[targets]
    return (1.0 - epsilon) * one_hot + epsilon / vocabulary


def mean_of_real(losses: np.ndarray, targets: np.ndarray, padding: int) -> float:
    """losses, targets: (batch, tokens). Returns the mean loss where the target is not padding."""
    return float(losses[targets != padding].mean())


def label_smoothing_loss(logits: np.ndarray, targets: np.ndarray, epsilon: float = 0.1, padding: int = 0) -> float:
    """logits: (batch, tokens, vocabulary); targets: (batch, tokens). Returns a number."""
    log_p = log_softmax(np.asarray(logits, dtype=np.float64))
    losses = -(smoothed(targets, logits.shape[-1], epsilon) * log_p).sum(axis=-1)
    return mean_of_real(losses, targets, padding)
