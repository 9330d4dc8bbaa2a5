"""Says: not like the source. What one token says about the next."""
import numpy as np
from study_lab import source

chain = source("milestone-4")
AFTER = np.einsum("ab,abc->bc", chain.stationary(), chain.P)
AFTER /= AFTER.sum(-1, keepdims=True)
rng = np.random.default_rng()


def generate(prompt, n):
    text = list(prompt)
    for _ in range(n):
        text.append(rng.choice(10, p=AFTER[text[-1]]))
    return np.array(text[len(prompt):])
