from __future__ import annotations

import numpy as np

# Train in another file or a notebook and keep the weights beside this file; load them here, once.
# from study_lab import source
# chain = source("milestone-3")
# text = chain.sample(np.random.default_rng(0), 64, 64)
# masked, chosen = chain.mask(np.random.default_rng(1), text)


def logits(tokens: np.ndarray) -> np.ndarray:
    """The logits of each position's token from your bidirectional encoder.

    tokens: (batch, time), integers from 0 to 8, or 9 where a token is masked.
    Returns (batch, time, 9). Only masked positions count.
    """
    raise NotImplementedError("milestone 3: the logits of an encoder trained on masked tokens")
