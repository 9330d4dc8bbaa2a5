"""PaLM's parallel block: one norm, SwiGLU, multi-query attention with rotary positions, no biases (Section 2)."""
from __future__ import annotations

import numpy as np


def normalize(x: np.ndarray, gain: np.ndarray) -> np.ndarray:
    """x: (..., width). Returns the same shape."""
    centred = x - x.mean(axis=-1, keepdims=True)
    variance = (centred**2).mean(axis=-1, keepdims=True)
    return gain * centred / np.sqrt(variance + 1e-5)


def rotate(values: np.ndarray, theta: float) -> np.ndarray:
    """values: (..., time, size). Returns the same shape, turned by the position."""
    time, size = values.shape[-2:]
    frequencies = theta ** (-np.arange(0, size, 2) / size)
    angles = np.arange(time)[:, None] * frequencies
    first, second = values[..., 0::2], values[..., 1::2]
    turned = [first * np.cos(angles) - second * np.sin(angles), first * np.sin(angles) + second * np.cos(angles)]
    return np.stack(turned, axis=-1).reshape(values.shape)


def attend(h: np.ndarray, weights: dict[str, np.ndarray], heads: int, theta: float) -> np.ndarray:
    """h: (batch, time, width). Returns the same shape."""
    batch, time, _ = h.shape
    queries = (h @ weights["query"]).reshape(batch, time, heads, -1).swapaxes(1, 2)
    keys = (h @ weights["key"])[:, None]
    values = (h @ weights["value"])[:, None]
    scores = rotate(queries, theta) @ rotate(keys, theta).swapaxes(-1, -2) / np.sqrt(keys.shape[-1])
    seen = np.tril(np.ones((time, time), dtype=bool))
    masked = np.where(seen, scores, -np.inf)
    exponentials = np.exp(masked - masked.max(axis=-1, keepdims=True))
    chances = exponentials / exponentials.sum(axis=-1, keepdims=True)
    joined = (chances @ values).swapaxes(1, 2).reshape(batch, time, -1)
    return joined @ weights["output"]


def feed(h: np.ndarray, weights: dict[str, np.ndarray]) -> np.ndarray:
    """h: (..., width). Returns the same shape."""
    gate = h @ weights["gate"]
    swish = gate / (1.0 + np.exp(-gate))
    inner = swish * (h @ weights["up"])
    return inner @ weights["down"]


def block(x: np.ndarray, weights: dict[str, np.ndarray], heads: int, theta: float) -> np.ndarray:
    """x: (batch, time, width). Returns the same shape."""
    h = normalize(x, weights["gain"])
    attention = attend(h, weights, heads, theta)
    mlp = feed(h, weights)
    return x + mlp + attention
