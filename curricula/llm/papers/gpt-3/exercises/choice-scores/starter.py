from __future__ import annotations

import numpy as np


def scores(
    logits: np.ndarray, tokens: np.ndarray, starts: np.ndarray, stops: np.ndarray, neutral: np.ndarray, method: str
) -> tuple[np.ndarray, int]:
    """Scores the choices of a question by the probability of their completions (Section 2.4).

    logits: (choices, time, vocabulary). tokens: (choices, time), padded right. starts, stops: (choices,).
    neutral: (choices,), log probabilities without the question. method: "sum", "token" or "unconditional".
    Returns (scores, best): (choices,) and the index of the highest score.
    """
    # TODO: the log probability of each token, given those before it
    # TODO: the completion's tokens alone, then the method
    raise NotImplementedError("scores: add up the log probabilities of each completion")
