"""Scoring the choices of a question (Section 2.4)."""
from __future__ import annotations

import numpy as np


def log_softmax(values: np.ndarray) -> np.ndarray:
    """values: (..., vocabulary). Returns log probabilities of the same shape."""
    shifted = values - values.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def scores(
    logits: np.ndarray, tokens: np.ndarray, starts: np.ndarray, stops: np.ndarray, neutral: np.ndarray, method: str
) -> tuple[np.ndarray, int]:
    """logits: (choices, time, vocabulary); tokens: (choices, time); starts, stops, neutral: (choices,)."""
    log_probabilities = log_softmax(np.asarray(logits, dtype=np.float64))
    predicted = log_probabilities[:, :-1]
    targets = tokens[:, 1:]
    each = np.take_along_axis(predicted, targets[..., None], axis=-1)[..., 0]
    places = np.arange(1, tokens.shape[1])
    inside = (places >= starts[:, None]) & (places < stops[:, None])
    lengths = inside.sum(axis=-1)
    totals = np.where(inside, each, 0.0).sum(axis=-1)
    if method == "sum":
        found = totals
    elif method == "token":
        found = totals / lengths
    else:
        found = totals - neutral
    best = int(np.argmax(found))
    return found, best
