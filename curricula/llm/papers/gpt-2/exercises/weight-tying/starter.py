from __future__ import annotations

import numpy as np


def tied_loss(tokens: np.ndarray, targets: np.ndarray, embedding: np.ndarray, weight: np.ndarray) -> dict:
    """Loss of a small model with a tied embedding, and the gradient of the embedding (Section 2.3; GPT-1, eq. (2)).

    tokens, targets: (batch, time), integers. embedding: (vocabulary, width). weight: (width, width).
    Returns a dict: logits (batch, time, vocabulary), loss (a number), embedding_gradient (vocabulary, width).
    """
    # TODO: embed, tanh(. @ weight), logits with the transposed embedding, mean cross-entropy
    # TODO: the gradient of the embedding from its use at the output and from its use at the input
    raise NotImplementedError("tied_loss: logits, loss and the gradient of the embedding")
