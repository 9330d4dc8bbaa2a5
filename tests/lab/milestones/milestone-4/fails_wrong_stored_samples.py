"""Says: Is the whole prompt the model's context. The end of the stored talk whose beginning is most like the prompt."""
import numpy as np
from study_lab import source

STORED = source("milestone-4").sample(np.random.default_rng(5), 20000, 64)
rng = np.random.default_rng()


def generate(prompt, n):
    alike = (STORED[:, : len(prompt)] == prompt).sum(axis=1) + 0.01 * rng.random(len(STORED))
    nearest = rng.choice(np.argsort(alike)[-5:])
    return STORED[nearest, len(prompt) : len(prompt) + n]
