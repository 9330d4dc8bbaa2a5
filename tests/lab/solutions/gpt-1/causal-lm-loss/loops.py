"""The language modelling loss, one prediction at a time."""
import math


def causal_lm_loss(logits, tokens, mask):
    """logits: (batch, time, vocabulary); tokens, mask: (batch, time). Returns a number."""
    total, count = 0.0, 0
    for n in range(len(tokens)):
        for t in range(1, tokens.shape[1]):
            if mask[n, t]:
                row = logits[n, t - 1]
                top = max(row)
                total += top + math.log(sum(math.exp(z - top) for z in row)) - row[tokens[n, t]]
                count += 1
    return total / count if count else 0.0
