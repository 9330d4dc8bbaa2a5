"""The feed-forward network token by token and unit by unit."""
import numpy as np


def feed_forward(x, weights):
    """x: (batch, tokens, d_model). Returns (batch, tokens, d_model)."""
    result = np.empty(x.shape)
    for at in np.ndindex(*x.shape[:-1]):
        out = weights["b_2"].copy()
        for unit in range(len(weights["b_1"])):
            hidden = float(x[at] @ weights["w_1"][:, unit]) + weights["b_1"][unit]
            if hidden > 0:
                out += hidden * weights["w_2"][unit]
        result[at] = out
    return result
