"""A bidirectional encoder that train.py trained, in NumPy and float32."""
import os

from transformer import kept, language_model

WEIGHTS = kept(os.path.join(os.path.dirname(os.path.abspath(__file__)), "trained.npz"))


def logits(tokens):
    return language_model(tokens, WEIGHTS, ("0", "1"), ahead=True)
