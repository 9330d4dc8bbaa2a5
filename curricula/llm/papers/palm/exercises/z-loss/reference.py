"""Cross-entropy with the auxiliary z-loss, and its gradient (Section 5)."""
from __future__ import annotations

import numpy as np


def loss(logits: np.ndarray, targets: np.ndarray, coefficient: float) -> dict[str, float | np.ndarray]:
    """logits: (n, vocabulary); targets: (n,). Returns loss and gradient (n, vocabulary)."""
    count = len(logits)
    rows = np.arange(count)
    top = logits.max(axis=-1, keepdims=True)
    log_z = top + np.log(np.exp(logits - top).sum(axis=-1, keepdims=True))
    log_p = logits - log_z
    cross_entropy = -log_p[rows, targets]
    extra = coefficient * log_z[:, 0] ** 2
    value = (cross_entropy + extra).mean()

    chances = np.exp(log_p)
    one_hot = np.zeros(logits.shape)
    one_hot[rows, targets] = 1.0
    slope = chances - one_hot
    # log Z grows with each logit by its probability.
    pull = 2.0 * coefficient * log_z * chances
    gradient = (slope + pull) / count
    return {"loss": float(value), "gradient": gradient}
