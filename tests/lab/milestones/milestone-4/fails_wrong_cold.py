"""Says: temperature below 1. A temperature of 0.6."""
import numpy as np
from study_lab import source

P = source("milestone-4").P ** (1 / 0.6)
P /= P.sum(-1, keepdims=True)
rng = np.random.default_rng()


def generate(prompt, n):
    text = list(prompt)
    for _ in range(n):
        text.append(rng.choice(10, p=P[text[-2], text[-1]]))
    return np.array(text[len(prompt):])
