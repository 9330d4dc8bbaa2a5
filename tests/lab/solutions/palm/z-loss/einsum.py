"""The loss with a z-loss from logaddexp's reduction, with einsum."""
import numpy as np


def loss(logits, targets, coefficient):
    """logits: (n, vocabulary); targets: (n,). Returns loss and gradient."""
    n, vocabulary = logits.shape
    log_z = np.logaddexp.reduce(logits, axis=1)
    target = np.eye(vocabulary)[targets]
    value = np.mean(log_z + coefficient * np.square(log_z)) - np.einsum("nv,nv->", logits, target) / n
    p = np.exp(logits - log_z[:, None])
    return {"loss": value, "gradient": (np.einsum("nv,n->nv", p, 1 + 2 * coefficient * log_z) - target) / n}
