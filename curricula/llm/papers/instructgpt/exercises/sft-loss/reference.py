"""The loss of supervised fine-tuning on the completions (Section 3.5)."""
from __future__ import annotations

import numpy as np


def sft_loss(logits: np.ndarray, tokens: np.ndarray, prompt_lengths: np.ndarray, lengths: np.ndarray) -> float:
    """logits: (batch, time, vocabulary); tokens: (batch, time); prompt_lengths, lengths: (batch,). Returns a number."""
    # With the largest at 0 no exponential overflows.
    shifted = logits - logits.max(axis=-1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    predictions = log_p[:, :-1]
    targets = tokens[:, 1:]
    place = np.arange(1, tokens.shape[1])[None, :]
    counts = (place >= prompt_lengths[:, None]) & (place < lengths[:, None])
    losses = -np.take_along_axis(predictions, targets[..., None], axis=-1)[..., 0]
    loss = losses[counts].mean()
    return float(loss)
