"""Says: (128, 64, 34) is right. Gives the last position's logits alone."""
from passes_exact import logits as exact


def logits(tokens):
    return exact(tokens)[:, -1]
