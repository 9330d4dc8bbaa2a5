"""The block with einsum; heads stay an axis of the matrices, and pairs are complex numbers."""
import numpy as np


def block(x, weights, heads, theta):
    """x: (batch, time, width). Returns the same shape."""
    batch, time, width = x.shape
    size = width // heads
    half = size // 2
    turns = np.exp(1j * np.outer(np.arange(time), theta ** (-np.arange(half) / half)))

    def norm(rows, gain):
        return rows * gain * (np.einsum("btw,btw->bt", rows, rows) / width + 1e-6)[..., None] ** -0.5

    def split(rows, name):
        return np.einsum("btw,whs->bhts", rows, weights[name].reshape(width, heads, size))

    def turned(part):
        return (part[..., :half] + 1j * part[..., half:]) * turns

    read = norm(x, weights["attention_norm"])
    scores = np.einsum("bhqp,bhkp->bhqk", turned(split(read, "query")), turned(split(read, "key")).conj()).real / size**0.5
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True)) * np.tri(time)
    shares /= shares.sum(axis=-1, keepdims=True)
    output = weights["output"].reshape(heads, size, width)
    stream = x + np.einsum("bhqk,bhks,hsw->bqw", shares, split(read, "value"), output)
    again = norm(stream, weights["feed_forward_norm"])
    gate, up = np.einsum("btw,wi->bti", again, weights["gate"]), np.einsum("btw,wi->bti", again, weights["up"])
    return stream + np.einsum("bti,bti,iw->btw", gate / (1 + np.exp(-gate)), up, weights["down"])
