from __future__ import annotations

import numpy as np

# Train in another file or a notebook and keep the weights beside this file; load them here, once.
# from study_lab import source
# text = source("milestone-2").sample(np.random.default_rng(0), 64, 64)


def logits(tokens: np.ndarray) -> np.ndarray:
    """The next token's logits from your language model.

    tokens: (batch, time), integers from 0 to 33, at most 64 of them in a text.
    Returns (batch, time, 34): at each position the logits of the token that comes next.
    """
    raise NotImplementedError("milestone 2: the logits of a causal language model")
