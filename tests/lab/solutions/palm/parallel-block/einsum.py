"""PaLM's parallel block in einsum, the rotations as matrices that act on pairs."""
import numpy as np


def block(x, weights, heads, theta):
    """x: (batch, time, width). Returns the same shape."""
    batch, time, width = x.shape
    h = (x - x.mean(axis=-1, keepdims=True)) / np.sqrt(x.var(axis=-1, keepdims=True) + 1e-5) * weights["gain"]
    size = weights["key"].shape[1]
    angle = np.outer(np.arange(time), theta ** (-2 * np.arange(size // 2) / size))
    turns = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])

    def rotated(values):
        pairs = values.reshape(*values.shape[:-1], size // 2, 2)
        return np.einsum("oeti,...tie->...tio", turns, pairs).reshape(values.shape)

    q = rotated(np.einsum("btw,whs->bhts", h, weights["query"].reshape(width, heads, size)))
    k, v = rotated(h @ weights["key"]), h @ weights["value"]
    scores = np.einsum("bhqs,bks->bhqk", q, k) * size**-0.5
    scores += np.triu(np.full((time, time), -np.inf), 1)
    chances = np.exp(scores - scores.max(axis=-1, keepdims=True))
    chances /= chances.sum(axis=-1, keepdims=True)
    attention = np.einsum("bhqk,bks,hsw->bqw", chances, v, weights["output"].reshape(heads, size, width))
    gate = h @ weights["gate"]
    return x + attention + (gate * (0.5 + 0.5 * np.tanh(gate / 2)) * (h @ weights["up"])) @ weights["down"]
