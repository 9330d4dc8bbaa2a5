"""A block of GPT-2: layer normalization at the input of each sub-block (Section 2.3)."""
from __future__ import annotations

import numpy as np

Weights = dict[str, np.ndarray]


def layer_norm(a: np.ndarray, gain: np.ndarray, bias: np.ndarray, epsilon: float = 1e-5) -> np.ndarray:
    """a: (..., width); gain, bias: (width,). Returns (..., width)."""
    mean = a.mean(axis=-1, keepdims=True)
    variance = ((a - mean) ** 2).mean(axis=-1, keepdims=True)
    normalized = (a - mean) / np.sqrt(variance + epsilon)
    return gain * normalized + bias


def gelu(x: np.ndarray) -> np.ndarray:
    """The tanh form of the released code. x: any shape."""
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))


def softmax(scores: np.ndarray) -> np.ndarray:
    """scores: (..., keys). Returns shares that sum to 1 over the keys."""
    top = scores.max(axis=-1, keepdims=True)
    exponentials = np.exp(scores - top)
    total = exponentials.sum(axis=-1, keepdims=True)
    return exponentials / total


def causal_mask(time: int) -> np.ndarray:
    """(queries, keys): true where the query may look at the key."""
    return np.tril(np.ones((time, time), dtype=bool))


def split(x: np.ndarray, heads: int) -> np.ndarray:
    """x: (batch, time, width). Returns (batch, heads, time, width / heads)."""
    batch, tokens, d_model = x.shape
    return x.reshape(batch, tokens, heads, d_model // heads).transpose(0, 2, 1, 3)


def merge(x: np.ndarray) -> np.ndarray:
    """x: (batch, heads, time, width / heads). Returns (batch, time, width)."""
    batch, heads, tokens, d_k = x.shape
    return x.transpose(0, 2, 1, 3).reshape(batch, tokens, heads * d_k)


def attention(x: np.ndarray, weights: Weights, heads: int) -> np.ndarray:
    """x: (batch, time, width), normalized. Returns (batch, time, width)."""
    qkv = x @ weights["qkv_weight"] + weights["qkv_bias"]
    query, key, value = np.split(qkv, 3, axis=-1)
    q, k, v = split(query, heads), split(key, heads), split(value, heads)
    scores = q @ np.swapaxes(k, -1, -2)  # (batch, heads, queries, keys)
    scores = scores / np.sqrt(q.shape[-1])
    scores = np.where(causal_mask(x.shape[1]), scores, -np.inf)
    shares = softmax(scores)
    attended = merge(shares @ v)
    return attended @ weights["out_weight"] + weights["out_bias"]


def feed_forward(x: np.ndarray, weights: Weights) -> np.ndarray:
    """x: (batch, time, width), normalized. Returns (batch, time, width)."""
    summed = x @ weights["fc_weight"] + weights["fc_bias"]
    hidden = gelu(summed)
    return hidden @ weights["proj_weight"] + weights["proj_bias"]


def pre_ln_block(x: np.ndarray, weights: Weights, heads: int) -> np.ndarray:
    """x: (batch, time, width). Returns (batch, time, width)."""
    normed = layer_norm(x, weights["ln_1_gain"], weights["ln_1_bias"])
    n = x + attention(normed, weights, heads)
    normed = layer_norm(n, weights["ln_2_gain"], weights["ln_2_bias"])
    return n + feed_forward(normed, weights)
