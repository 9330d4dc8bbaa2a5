"""Says: draw anew in each call. The same text for the same prompt."""
import drawing
import numpy as np


def generate(prompt, n):
    drawing.rng = np.random.default_rng(prompt)
    return drawing.draw(prompt, n)
