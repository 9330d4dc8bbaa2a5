"""A block of LLaMA (Section 2.2)."""
from __future__ import annotations

import numpy as np


def rms_norm(x: np.ndarray, gain: np.ndarray, epsilon: float = 1e-6) -> np.ndarray:
    """x: (..., width); gain: (width,). Returns the shape of x."""
    mean_square = (x**2).mean(axis=-1, keepdims=True)
    root = np.sqrt(mean_square + epsilon)
    normalized = x / root
    return normalized * gain


def rope(x: np.ndarray, positions: np.ndarray, theta: float) -> np.ndarray:
    """x: (..., time, size); positions: (time,). Pairs are halves. Returns the shape of x."""
    size = x.shape[-1]
    pairs = np.arange(size // 2)
    frequencies = theta ** (-2.0 * pairs / size)
    angles = positions[:, None] * frequencies
    cosine, sine = np.cos(angles), np.sin(angles)
    first, second = x[..., : size // 2], x[..., size // 2 :]
    turned_first = first * cosine - second * sine
    turned_second = first * sine + second * cosine
    return np.concatenate([turned_first, turned_second], axis=-1)


def softmax(scores: np.ndarray) -> np.ndarray:
    """scores: (..., queries, keys). Returns weights of the same shape."""
    exponentials = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exponentials / exponentials.sum(axis=-1, keepdims=True)


def attention(x: np.ndarray, weights: dict[str, np.ndarray], heads: int, theta: float) -> np.ndarray:
    """x: (batch, time, width), normalized. Returns the same shape."""
    batch, time, width = x.shape
    size = width // heads
    together = np.stack([x @ weights["query"], x @ weights["key"], x @ weights["value"]])
    query, key, value = together.reshape(3, batch, time, heads, size).transpose(0, 1, 3, 2, 4)
    query, key = rope(query, np.arange(time), theta), rope(key, np.arange(time), theta)
    scores = query @ np.swapaxes(key, -1, -2) / np.sqrt(size)
    scores = np.where(np.tri(time, dtype=bool), scores, -np.inf)
    shares = softmax(scores)
    joined = (shares @ value).transpose(0, 2, 1, 3).reshape(batch, time, width)
    return joined @ weights["output"]


def swiglu(x: np.ndarray, gate: np.ndarray, up: np.ndarray, down: np.ndarray) -> np.ndarray:
    """x: (..., width); gate, up: (width, inner); down: (inner, width). Returns (..., width)."""
    gated = x @ gate
    activated = gated / (1.0 + np.exp(-gated))
    linear = x @ up
    hidden = activated * linear
    return hidden @ down


def block(x: np.ndarray, weights: dict[str, np.ndarray], heads: int, theta: float) -> np.ndarray:
    """x: (batch, time, width). Returns the same shape."""
    read = rms_norm(x, weights["attention_norm"])
    stream = x + attention(read, weights, heads, theta)
    read_again = rms_norm(stream, weights["feed_forward_norm"])
    return stream + swiglu(read_again, weights["gate"], weights["up"], weights["down"])
