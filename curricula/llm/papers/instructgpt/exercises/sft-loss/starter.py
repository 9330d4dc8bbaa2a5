from __future__ import annotations

import numpy as np


def sft_loss(logits: np.ndarray, tokens: np.ndarray, prompt_lengths: np.ndarray, lengths: np.ndarray) -> float:
    """The loss of supervised fine-tuning (Section 3.5).

    logits: (batch, time, vocabulary). tokens: (batch, time). prompt_lengths, lengths: (batch,).
    Returns the mean negative log likelihood of the completions' tokens.
    """
    # TODO: log probabilities of the tokens, each from the logits before it
    # TODO: the mean over the completions' tokens
    raise NotImplementedError("sft_loss: the mean over the tokens of all completions")
