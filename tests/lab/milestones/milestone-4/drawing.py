"""Draws token after token from probabilities of the source or of a variant of them."""
import numpy as np
from study_lab import source

talk = source("milestone-4")
rng = np.random.default_rng()


def draw(prompt, n, temperature=1.0, sight=None):
    """sight: how many of the last tokens may be seen; all where it is None."""
    text = list(prompt)
    for _ in range(n):
        seen = text if sight is None else text[-sight:]
        chances = talk.probabilities(np.array([seen]))[0, -1] ** (1 / temperature)
        text.append(int(rng.choice(len(chances), p=chances / chances.sum())))
    return np.array(text[len(prompt) :])
