"""The low-rank layer output by output."""
import numpy as np


def lora(x, weight, a, b, alpha, bias):
    """x: (..., in). Returns (..., out)."""
    (out, width_in), r = weight.shape, len(a)
    result = np.zeros((*x.shape[:-1], out))
    for at in np.ndindex(*x.shape[:-1]):
        inner = [sum(a[k, i] * x[at][i] for i in range(width_in)) for k in range(r)]
        for o in range(out):
            frozen = sum(weight[o, i] * x[at][i] for i in range(width_in)) + bias[o]
            result[at][o] = frozen + alpha * sum(b[o, k] * inner[k] for k in range(r)) / r
    return result
