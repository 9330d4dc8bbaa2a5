"""The gradients by the chain rule, number by number."""
import numpy as np


def lora_backward(x, weight, a, b, alpha, grad):
    """x: (tokens, in). Returns the gradients of x, a and b."""
    (tokens, width_in), (out, r) = x.shape, b.shape
    d_x, d_a, d_b = np.zeros(x.shape), np.zeros(a.shape), np.zeros(b.shape)
    for t in range(tokens):
        for o in range(out):
            for i in range(width_in):
                d_x[t, i] += grad[t, o] * weight[o, i]
                for k in range(r):
                    share = alpha / r * grad[t, o]
                    d_x[t, i] += share * b[o, k] * a[k, i]
                    d_a[k, i] += share * b[o, k] * x[t, i]
                    d_b[o, k] += share * a[k, i] * x[t, i]
    return {"x": d_x, "a": d_a, "b": d_b}
