"""The gradients from that of the merged matrix, with einsum."""
import numpy as np


def lora_backward(x, weight, a, b, alpha, grad):
    """x: (tokens, in). Returns the gradients of x, a and b."""
    s = alpha / len(a)
    whole = np.einsum("to,ti->oi", grad, x)
    return {
        "x": np.einsum("to,oi->ti", grad, weight + s * b @ a),
        "a": s * np.einsum("or,oi->ri", b, whole),
        "b": s * np.einsum("oi,ri->or", whole, a),
    }
