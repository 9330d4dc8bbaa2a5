"""Says: nats a hidden colour. Right wherever a colour can be known, and sure of itself where it cannot."""
from passes_exact import logits as exact


def logits(tokens):
    scores = exact(tokens)
    scores[..., ::4] += 5.0
    return scores
