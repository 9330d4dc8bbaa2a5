"""BERT's encoder: bidirectional attention, post-LN, GELU with erf (Section 3, Appendix A.2)."""
from __future__ import annotations

import math

import numpy as np

erf = np.vectorize(math.erf, otypes=[np.float64])


def gelu(x: np.ndarray) -> np.ndarray:
    """x: any shape. Returns the same shape."""
    return 0.5 * x * (1.0 + erf(x / math.sqrt(2.0)))


def layer_norm(x: np.ndarray, gain: np.ndarray, bias: np.ndarray) -> np.ndarray:
    """x: (..., hidden); gain, bias: (hidden,). Returns the shape of x."""
    mean = x.mean(axis=-1, keepdims=True)
    return gain * (x - mean) / np.sqrt(x.var(axis=-1, keepdims=True) + 1e-12) + bias


def softmax(scores: np.ndarray) -> np.ndarray:
    """scores: (..., keys). Returns the same shape; each row sums to 1."""
    exponentials = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exponentials / exponentials.sum(axis=-1, keepdims=True)


def split(x: np.ndarray, heads: int) -> np.ndarray:
    """x: (batch, length, hidden). Returns (batch, heads, length, hidden / heads)."""
    return x.reshape(*x.shape[:2], heads, -1).swapaxes(1, 2)


def attention(x: np.ndarray, mask: np.ndarray, w: dict[str, np.ndarray], heads: int) -> np.ndarray:
    """x: (batch, length, hidden); mask: (batch, length); w: the weights of one layer. Returns (batch, length, hidden)."""
    query, key, value = (split(x @ w[name] + w[f"{name}_bias"], heads) for name in ("query", "key", "value"))
    scores = query @ key.swapaxes(-1, -2) / math.sqrt(query.shape[-1])
    # (batch, 1, 1, keys): whoever asks, padding does not answer. Nothing hides the future.
    scores = np.where(mask[:, None, None, :] > 0, scores, -np.inf)
    joined = (softmax(scores) @ value).swapaxes(1, 2).reshape(x.shape)
    return joined @ w["output"] + w["output_bias"]


def feed_forward(x: np.ndarray, w: dict[str, np.ndarray]) -> np.ndarray:
    """x: (batch, length, hidden); w: the weights of one layer. Returns the shape of x."""
    return gelu(x @ w["inner"] + w["inner_bias"]) @ w["outer"] + w["outer_bias"]


def encoder(x: np.ndarray, mask: np.ndarray, weights: dict[str, np.ndarray], heads: int) -> np.ndarray:
    """x: (batch, length, hidden); mask: (batch, length). Returns (batch, length, hidden)."""
    for layer in range(len(weights["query"])):
        w = {name: values[layer] for name, values in weights.items()}
        x = layer_norm(x + attention(x, mask, w, heads), w["attention_gain"], w["attention_bias"])
        x = layer_norm(x + feed_forward(x, w), w["final_gain"], w["final_bias"])
    return x
