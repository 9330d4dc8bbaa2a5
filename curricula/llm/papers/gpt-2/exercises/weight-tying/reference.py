"""A tied embedding: logits, loss and the gradient from both uses (Section 2.3; GPT-1, eq. (2))."""
from __future__ import annotations

import numpy as np


def log_softmax(logits: np.ndarray) -> np.ndarray:
    """logits: (..., vocabulary). Returns logarithms of probabilities, same shape."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def one_hot(ids: np.ndarray, vocabulary: int) -> np.ndarray:
    """ids: (positions,). Returns (positions, vocabulary), 1 at each id."""
    return np.eye(vocabulary)[ids]


def forward(tokens: np.ndarray, embedding: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """tokens: (positions,). Returns hidden (positions, width) and logits (positions, vocabulary)."""
    hidden = np.tanh(embedding[tokens] @ weight)
    return hidden, hidden @ embedding.T


def output_gradient(d_logits: np.ndarray, hidden: np.ndarray) -> np.ndarray:
    """From the use in the logits: (positions, vocabulary) and (positions, width) to (vocabulary, width)."""
    return d_logits.T @ hidden


def input_gradient(
    d_logits: np.ndarray, hidden: np.ndarray, tokens: np.ndarray, embedding: np.ndarray, weight: np.ndarray
) -> np.ndarray:
    """From the use as embedding: back through logits and tanh, then each row to its token. Returns (vocabulary, width)."""
    d_hidden = d_logits @ embedding
    d_embedded = (d_hidden * (1 - hidden**2)) @ weight.T
    gradient = np.zeros_like(embedding)
    # A token may occur several times; its rows add up.
    np.add.at(gradient, tokens, d_embedded)
    return gradient


def tied_loss(tokens: np.ndarray, targets: np.ndarray, embedding: np.ndarray, weight: np.ndarray) -> dict:
    """tokens, targets: (batch, time); embedding: (vocabulary, width); weight: (width, width). Returns the dict asked for."""
    flat, wanted = tokens.reshape(-1), targets.reshape(-1)
    hidden, logits = forward(flat, embedding, weight)
    log_probabilities = log_softmax(logits)
    loss = -log_probabilities[np.arange(len(wanted)), wanted].mean()

    # The derivative of softmax and cross-entropy together; the mean divides by the number of positions.
    d_logits = (np.exp(log_probabilities) - one_hot(wanted, len(embedding))) / len(wanted)
    gradient = output_gradient(d_logits, hidden) + input_gradient(d_logits, hidden, flat, embedding, weight)
    return {"logits": logits.reshape(*tokens.shape, -1), "loss": loss, "embedding_gradient": gradient}
