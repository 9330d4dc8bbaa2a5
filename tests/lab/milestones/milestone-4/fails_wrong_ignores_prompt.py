"""Says: Is the whole prompt the model's context. Begins a talk of its own."""
import numpy as np
from study_lab import source

rng = np.random.default_rng()


def generate(prompt, n):
    return source("milestone-4").sample(rng, 1, n)[0]
