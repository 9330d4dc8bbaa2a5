"""Draws from a causal Transformer that train.py trained, in NumPy and float32."""
import os

import numpy as np
from transformer import kept, language_model

WEIGHTS = kept(os.path.join(os.path.dirname(os.path.abspath(__file__)), "trained.npz"))
rng = np.random.default_rng()


def generate(prompt, n):
    text = list(prompt)
    for _ in range(n):
        last = language_model(np.array([text]), WEIGHTS)[0, -1]
        text.append(int((last + rng.gumbel(size=len(last))).argmax()))
    return np.array(text[len(prompt) :])
