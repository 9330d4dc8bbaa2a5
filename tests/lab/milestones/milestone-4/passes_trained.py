"""Draws from counts of drawn text."""
import numpy as np
from study_lab import source

text = source("milestone-4").sample(np.random.default_rng(5), 800, 128)
counts = np.full((10, 10, 10), 0.1)
np.add.at(counts, (text[:, :-2].ravel(), text[:, 1:-1].ravel(), text[:, 2:].ravel()), 1)
MODEL = counts / counts.sum(-1, keepdims=True)
rng = np.random.default_rng()


def generate(prompt, n):
    first, second = int(prompt[-2]), int(prompt[-1])
    out = []
    for _ in range(n):
        first, second = second, int(rng.choice(10, p=MODEL[first, second]))
        out.append(second)
    return out
