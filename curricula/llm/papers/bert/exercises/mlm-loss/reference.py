"""The loss of the masked language model and its gradient (Section 3.1, Appendix A.2)."""
from __future__ import annotations

import numpy as np


def log_softmax(scores: np.ndarray) -> np.ndarray:
    """scores: (rows, vocabulary). Returns the same shape."""
    # A shift of all scores cancels; with the largest at 0 no exponential overflows.
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def mlm_loss(
    hidden: np.ndarray, token_ids: np.ndarray, chosen: np.ndarray, table: np.ndarray, bias: np.ndarray
) -> tuple[float, np.ndarray]:
    """hidden: (batch, length, units); token_ids, chosen: (batch, length); table: (vocabulary, units); bias: (vocabulary,).

    Returns the loss and its gradient (batch, length, units).
    """
    d_hidden = np.zeros(hidden.shape)
    count = int(chosen.sum())
    if count == 0:
        return 0.0, d_hidden
    scores = hidden[chosen] @ table.T + bias
    logs = log_softmax(scores)
    rows, targets = np.arange(count), token_ids[chosen]
    loss = -logs[rows, targets].mean()

    d_scores = np.exp(logs)
    d_scores[rows, targets] -= 1.0
    d_hidden[chosen] = d_scores / count @ table
    return float(loss), d_hidden
