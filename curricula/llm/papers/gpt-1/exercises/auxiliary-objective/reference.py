"""Fine-tuning with language modeling as auxiliary objective (Section 3.2, eqs. (3) to (5))."""
from __future__ import annotations

import numpy as np


def cross_entropy(logits: np.ndarray, targets: np.ndarray) -> np.ndarray:
    """logits: (..., classes); targets: (...). Returns -log softmax at each target, (...)."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    log_probabilities = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return -np.take_along_axis(log_probabilities, targets[..., None], axis=-1)[..., 0]


def task_loss(hidden: np.ndarray, positions: np.ndarray, labels: np.ndarray, head: np.ndarray) -> float:
    """hidden: (batch, time, width); positions, labels: (batch,). Mean loss of the labels (eqs. (3) and (4))."""
    extracted = hidden[np.arange(len(hidden)), positions]  # (batch, width)
    return float(cross_entropy(extracted @ head, labels).mean())


def language_loss(hidden: np.ndarray, tokens: np.ndarray, mask: np.ndarray, embedding: np.ndarray) -> float:
    """hidden: (batch, time, width); tokens, mask: (batch, time). Mean loss of the next tokens (eq. (1))."""
    each = cross_entropy(hidden[:, :-1] @ embedding.T, tokens[:, 1:])
    return float((each * mask[:, 1:]).sum() / mask[:, 1:].sum())


def fine_tuning_loss(
    hidden: np.ndarray,
    tokens: np.ndarray,
    mask: np.ndarray,
    extract_position: np.ndarray,
    labels: np.ndarray,
    embedding: np.ndarray,
    head: np.ndarray,
    coefficient: float,
) -> dict[str, float]:
    """Shapes as in the exercise. Returns the numbers task, language and total."""
    task = task_loss(hidden, extract_position, labels, head)
    language = language_loss(hidden, tokens, mask, embedding)
    return {"task": task, "language": language, "total": task + coefficient * language}
