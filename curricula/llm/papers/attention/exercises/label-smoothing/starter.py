from __future__ import annotations

import numpy as np


def label_smoothing_loss(logits: np.ndarray, targets: np.ndarray, epsilon: float = 0.1, padding: int = 0) -> float:
    """Cross-entropy with smoothed targets (Section 5.4).

    logits: (batch, tokens, vocabulary). targets: whole numbers (batch, tokens).
    epsilon: the share of each target that is spread evenly over the whole vocabulary.
    padding: positions with this target don't count.
    Returns the mean loss over the positions that count, a number.
    """
    # TODO: log-probabilities that stay finite for large logits
    # TODO: the loss of each position
    # TODO: the mean without padding
    raise NotImplementedError("label_smoothing_loss: cross-entropy with a target that is not all on one token")
