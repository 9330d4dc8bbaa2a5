from __future__ import annotations

import numpy as np


def sample(logits: np.ndarray, temperature: float, k: int, rng: np.random.Generator) -> np.ndarray:
    """Draw a token for each row, with temperature and top-k (Section 3.6).

    logits: (batch, vocabulary). temperature: above 0. k: how many tokens may be drawn; 0 means all.
    rng: the source of all randomness.
    Returns (batch,), integers.
    """
    # TODO: temperature
    # TODO: keep the k largest logits of each row
    # TODO: softmax, then one draw for each row
    raise NotImplementedError("sample: temperature, top-k, softmax, draw")
