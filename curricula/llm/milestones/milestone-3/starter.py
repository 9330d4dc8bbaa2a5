from __future__ import annotations

import numpy as np

# Train in another file or a notebook and keep the weights beside this file; load them here, once.
# from study_lab import source
# brackets = source("milestone-3")
# masked, chosen = brackets.mask(np.random.default_rng(1), brackets.sample(np.random.default_rng(0), 64, 48))


def logits(tokens: np.ndarray) -> np.ndarray:
    """The logits of the token that stands at each position, from your bidirectional encoder.

    tokens: (batch, time), integers from 0 to 23, or 24 to 29 where the colour is hidden.
    Returns (batch, time, 24).
    """
    raise NotImplementedError("milestone 3: the logits of an encoder trained on masked tokens")
