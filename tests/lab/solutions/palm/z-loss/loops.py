"""The loss with a z-loss, token by token."""
import math

import numpy as np


def loss(logits, targets, coefficient):
    """logits: (n, vocabulary); targets: (n,). Returns loss and gradient."""
    total, gradient = 0.0, []
    for row, target in zip(logits, targets):
        top = max(row)
        log_z = top + math.log(math.fsum(math.exp(z - top) for z in row))
        total += log_z - row[target] + coefficient * log_z * log_z
        gradient.append([
            (math.exp(z - log_z) * (1 + 2 * coefficient * log_z) - (v == target)) / len(logits) for v, z in enumerate(row)
        ])
    return {"loss": total / len(logits), "gradient": np.array(gradient)}
