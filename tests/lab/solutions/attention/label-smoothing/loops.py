"""Label smoothing position by position, with plain numbers."""
import math


def label_smoothing_loss(logits, targets, epsilon=0.1, padding=0):
    """logits: (batch, tokens, vocabulary); targets: (batch, tokens). Returns a number."""
    losses = []
    for row, right in zip(logits.reshape(-1, logits.shape[-1]), targets.ravel()):
        if right == padding:
            continue
        top = max(row)
        log_total = top + math.log(math.fsum(math.exp(value - top) for value in row))
        loss = 0.0
        for token, value in enumerate(row):
            share = epsilon / len(row) + (1 - epsilon if token == right else 0.0)
            loss += share * (log_total - value)
        losses.append(loss)
    return math.fsum(losses) / len(losses)
