"""The law of the loss by golden sections on b, with the line's correlation as the measure, in einsum."""
import numpy as np


def fit(compute, loss):
    """compute, loss: (runs,). Returns a, b, c and the prediction at compute 1."""
    y = loss - loss.mean()

    def left(b):
        power = compute**b
        p = power - power.mean()
        return np.einsum("r,r->", y, y) - np.einsum("r,r->", p, y) ** 2 / np.einsum("r,r->", p, p)

    low, high, ratio = -2.0, -1e-4, (5**0.5 - 1) / 2
    grid = np.linspace(low, high, 400)
    at = int(np.argmin([left(b) for b in grid]))
    low, high = grid[max(at - 1, 0)], grid[min(at + 1, 399)]
    for _ in range(60):
        first, second = high - ratio * (high - low), low + ratio * (high - low)
        low, high = (low, second) if left(first) < left(second) else (first, high)
    b = (low + high) / 2
    a, c = np.linalg.lstsq(np.stack([compute**b, np.ones(len(loss))], axis=1), loss, rcond=None)[0]
    return {"a": a, "b": b, "c": c, "prediction": a + c}
