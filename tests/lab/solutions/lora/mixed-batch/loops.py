"""Each example by itself, with its own merged matrix."""
import numpy as np


def serve(x, weight, adapters, ids):
    """x: (batch, tokens, in). Returns (batch, tokens, out)."""
    results = []
    for example, task in zip(x, ids):
        merged = np.array(weight, dtype=float)
        if task >= 0:
            a, b, alpha = (adapters[task][name] for name in ("a", "b", "alpha"))
            for k in range(len(a)):
                merged += alpha / len(a) * np.outer(b[:, k], a[k])
        results.append([[float(row @ token) for row in merged] for token in example])
    return np.array(results)
