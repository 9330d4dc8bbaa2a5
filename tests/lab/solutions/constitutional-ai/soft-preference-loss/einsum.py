"""The loss of a preference model as log(1 + exp(d)) - p d, with tanh for the gradient."""
import numpy as np


def pm_loss(score_a, score_b, target):
    """score_a, score_b, target: (pairs,). Returns loss and both gradients (pairs,)."""
    d = score_a - score_b
    softplus = np.maximum(d, 0.0) + np.log1p(np.exp(-np.abs(d)))
    loss = (np.sum(softplus) - np.einsum("n,n->", target, d)) / d.size
    gradient = (0.5 + 0.5 * np.tanh(0.5 * d) - target) / d.size
    return {"loss": loss, "gradient_a": gradient, "gradient_b": -gradient}
