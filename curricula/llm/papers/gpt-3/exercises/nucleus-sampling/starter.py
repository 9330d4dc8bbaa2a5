from __future__ import annotations

import numpy as np


def sample(logits: np.ndarray, temperature: float, p: float, rng: np.random.Generator) -> np.ndarray:
    """Draws a token for each row from the smallest set of likeliest tokens that holds p (Section 6.2).

    logits: (batch, vocabulary). Returns ids (batch,). rng: the source of all randomness.
    """
    # TODO: probabilities at this temperature, likeliest first
    # TODO: the smallest set whose sum reaches p, then a draw from it
    raise NotImplementedError("sample: draw from the nucleus of each row")
