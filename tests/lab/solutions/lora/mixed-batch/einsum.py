"""All adapters padded to one rank and gathered for the batch, with one einsum; the last of them is all zeros."""
import numpy as np


def serve(x, weight, adapters, ids):
    """x: (batch, tokens, in). Returns (batch, tokens, out)."""
    (out, width_in), most = weight.shape, max(len(one["a"]) for one in adapters)
    a, b = np.zeros((len(adapters) + 1, most, width_in)), np.zeros((len(adapters) + 1, out, most))
    for at, one in enumerate(adapters):
        r = len(one["a"])
        a[at, :r], b[at, :, :r] = one["a"], one["alpha"] / r * one["b"]
    return np.einsum("bti,oi->bto", x, weight) + np.einsum("bti,bri,bor->bto", x, a[ids], b[ids])
