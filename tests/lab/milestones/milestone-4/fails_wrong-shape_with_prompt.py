"""Says: Leave the prompt out. Gives the prompt too."""
import numpy as np
from drawing import draw


def generate(prompt, n):
    return np.concatenate([prompt, draw(prompt, n)])
