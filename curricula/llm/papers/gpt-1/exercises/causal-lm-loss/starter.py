from __future__ import annotations

import numpy as np


def causal_lm_loss(logits: np.ndarray, tokens: np.ndarray, mask: np.ndarray) -> float:
    """Mean negative log probability of the next tokens (Section 3.1, eq. (1)).

    logits: (batch, time, vocabulary); those at position t have seen tokens 0 to t.
    tokens: (batch, time), integers. mask: (batch, time), 1 for a real token, 0 for padding.
    Returns a number.
    """
    # TODO: which logits predict which token?
    # TODO: log softmax, then the mean over the predictions of real tokens
    raise NotImplementedError("causal_lm_loss: each position predicts the next token")
