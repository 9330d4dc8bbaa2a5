from __future__ import annotations

import numpy as np

# Train in another file or a notebook and keep the weights beside this file; load them here, once.
# from study_lab import source
# ring = source("milestone-1")
# batch = ring.sample(np.random.default_rng(0), 64)
# target = ring.answer(batch)


def logits(source: np.ndarray, target: np.ndarray) -> np.ndarray:
    """The next symbol's logits from your encoder-decoder.

    source: (batch, 11), symbols from 1 to 10: the name of the first, then the ring.
    target: (batch, steps), the decoder's input: 0, then the symbols copied so far.
    Returns (batch, steps, 11).
    """
    raise NotImplementedError("milestone 1: the logits of a Transformer that copies")
