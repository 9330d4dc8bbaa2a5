"""Sampling row by row from a sorted list of tokens."""
import math

import numpy as np


def sample(logits, temperature, k, rng):
    """logits: (batch, vocabulary). Returns (batch,)."""
    tokens = np.empty(len(logits), dtype=np.int64)
    for n, row in enumerate(logits.tolist()):
        order = sorted(range(len(row)), key=lambda token: -row[token])[: k or len(row)]
        parts = [math.exp((row[token] - row[order[0]]) / temperature) for token in order]
        left = rng.random() * sum(parts)
        tokens[n] = order[-1]
        for token, part in zip(order, parts):
            left -= part
            if left < 0:
                tokens[n] = token
                break
    return tokens
