"""Beam search with a length penalty (Section 2.4; Wu et al. 2016)."""
from __future__ import annotations

import numpy as np


def beam_search(
    first: np.ndarray, table: np.ndarray, end: int, width: int, alpha: float, most: int
) -> tuple[list[int], float]:
    """first: (vocabulary,); table: (vocabulary, vocabulary), both log probabilities. Returns tokens and score."""

    def score(beam: tuple[list[int], float]) -> float:
        tokens, log_probability = beam
        length = len(tokens)
        penalty = ((5.0 + length) / 6.0) ** alpha
        return log_probability / penalty

    opened, finished = [([], 0.0)], []
    for _ in range(most):
        grown = []
        for tokens, log_probability in opened:
            row = table[tokens[-1]] if tokens else first
            grown += [([*tokens, token], log_probability + row[token]) for token in range(len(first))]
        grown.sort(key=lambda beam: -beam[1])
        kept = grown[:width]
        finished += [beam for beam in kept if beam[0][-1] == end]
        opened = [beam for beam in kept if beam[0][-1] != end]
        if not opened:
            break
    best = max(finished + opened, key=score)
    return best[0], float(score(best))
