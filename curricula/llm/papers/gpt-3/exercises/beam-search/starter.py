from __future__ import annotations

import numpy as np


def beam_search(
    first: np.ndarray, table: np.ndarray, end: int, width: int, alpha: float, most: int
) -> tuple[list[int], float]:
    """The best text that beam search finds (Section 2.4; Wu et al. 2016).

    first: (vocabulary,), log probabilities of the first token. table: (vocabulary, vocabulary), of the next one by the last.
    Returns (tokens, score).
    """
    # TODO: continue all open beams, keep the likeliest, set finished ones aside
    # TODO: compare all that is left by the penalized score
    raise NotImplementedError("beam_search: keep the likeliest beams, and compare them by length at the end")
