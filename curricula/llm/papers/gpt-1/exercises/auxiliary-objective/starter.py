from __future__ import annotations

import numpy as np


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
    """The losses of fine-tuning (Section 3.2, eqs. (3) to (5)).

    hidden: (batch, time, width). tokens, mask: (batch, time). extract_position, labels: (batch,).
    embedding: (vocabulary, width). head: (width, classes). coefficient: lambda.
    Returns a dict of numbers: task, language, total.
    """
    # TODO: the task loss, from the hidden state at the extract token
    # TODO: the language loss, from all hidden states that predict a real token
    # TODO: both together
    raise NotImplementedError("fine_tuning_loss: task, language and total")
