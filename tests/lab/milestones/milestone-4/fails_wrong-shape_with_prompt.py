"""Says: Leave the prompt out. Gives the prompt back too."""
import numpy as np


def generate(prompt, n):
    return np.concatenate([prompt, np.zeros(n, dtype=int)])
