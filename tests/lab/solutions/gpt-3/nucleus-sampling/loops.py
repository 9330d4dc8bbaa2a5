"""Nucleus sampling row by row."""
import math

import numpy as np


def sample(logits, temperature, p, rng):
    """logits: (batch, vocabulary). Returns ids (batch,)."""
    tokens, known = [], {}
    for row in logits:
        key = row.tobytes()
        if key not in known:
            top = max(row)
            weights = [math.exp((value - top) / temperature) for value in row]
            total = math.fsum(weights)
            ranked = sorted(range(len(row)), key=lambda token: -weights[token])
            nucleus, reached = [], 0.0
            for token in ranked:
                nucleus.append(token)
                reached += weights[token] / total
                if reached >= p:
                    break
            known[key] = (nucleus, weights, reached * total)
        nucleus, weights, mass = known[key]
        left = rng.random() * mass
        for token in nucleus:
            left -= weights[token]
            if left < 0:
                break
        tokens.append(token)
    return np.array(tokens)
