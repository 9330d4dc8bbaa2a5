from __future__ import annotations

import numpy as np

# Train in another file or a notebook and keep the weights beside this file; load them here, once.
# The check uses 64 positions: a prompt of 24 tokens and 40 that are written.
# from study_lab import source
# text = source("milestone-4").sample(np.random.default_rng(0), 64, 64)


def generate(prompt: np.ndarray, n: int) -> np.ndarray:
    """Text from your autoregressive model.

    prompt: (length,), integers from 0 to 35, the beginning of a talk: a name comes next.
    Returns (n,): the n tokens after the prompt, drawn at random.
    """
    raise NotImplementedError("milestone 4: text drawn from an autoregressive model")
