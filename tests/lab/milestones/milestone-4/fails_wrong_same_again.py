"""Says: the same text twice. Draws with a generator that begins anew in each call."""
import numpy as np
from study_lab import source

P = source("milestone-4").P


def generate(prompt, n):
    rng = np.random.default_rng(int("".join(str(token) for token in prompt)))
    text = list(prompt)
    for _ in range(n):
        text.append(rng.choice(10, p=P[text[-2], text[-1]]))
    return np.array(text[len(prompt):])
