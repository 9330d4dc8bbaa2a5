"""Says: draw anew in each call. The same text for the same prompt."""
import numpy as np
from drawing import draw


def generate(prompt, n):
    own = np.random.default_rng(prompt)
    return draw(prompt, n, pick=lambda chances: int(own.choice(len(chances), p=chances)))
