"""A decoder block of GPT-1: layer normalization after each residual sum (Section 3.1, eq. (2), and Section 4.1)."""
from __future__ import annotations

import numpy as np

EPSILON = 1e-5
Weights = dict[str, np.ndarray]


def layer_norm(x: np.ndarray, gain: np.ndarray, bias: np.ndarray) -> np.ndarray:
    """x: (..., width); gain, bias: (width,). Returns (..., width)."""
    centered = x - x.mean(axis=-1, keepdims=True)
    return gain * centered / np.sqrt((centered**2).mean(axis=-1, keepdims=True) + EPSILON) + bias


def gelu(x: np.ndarray) -> np.ndarray:
    """The tanh form of the released code. x: any shape."""
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))


def softmax(scores: np.ndarray) -> np.ndarray:
    """scores: (..., key). Returns weights that sum to 1 over the keys."""
    exponentials = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exponentials / exponentials.sum(axis=-1, keepdims=True)


def causal_mask(time: int) -> np.ndarray:
    """(query, key): true where the query may look at the key."""
    return np.tril(np.ones((time, time), dtype=bool))


def split_heads(x: np.ndarray, heads: int) -> np.ndarray:
    """x: (batch, time, width). Returns (batch, heads, time, width / heads)."""
    batch, time, width = x.shape
    return x.reshape(batch, time, heads, width // heads).transpose(0, 2, 1, 3)


def attention(x: np.ndarray, weights: Weights, heads: int) -> np.ndarray:
    """x: (batch, time, width). Returns (batch, time, width)."""
    thirds = np.split(x @ weights["qkv_weight"] + weights["qkv_bias"], 3, axis=-1)
    query, key, value = (split_heads(third, heads) for third in thirds)
    scores = query @ key.swapaxes(-1, -2) / np.sqrt(query.shape[-1])  # (batch, heads, query, key)
    scores = np.where(causal_mask(x.shape[1]), scores, -np.inf)
    mixed = softmax(scores) @ value  # (batch, heads, time, width / heads)
    merged = mixed.transpose(0, 2, 1, 3).reshape(x.shape)
    return merged @ weights["out_weight"] + weights["out_bias"]


def feed_forward(x: np.ndarray, weights: Weights) -> np.ndarray:
    """x: (batch, time, width). Returns (batch, time, width)."""
    inner = gelu(x @ weights["fc_weight"] + weights["fc_bias"])
    return inner @ weights["proj_weight"] + weights["proj_bias"]


def decoder_block(x: np.ndarray, weights: Weights, heads: int) -> np.ndarray:
    """x: (batch, time, width). Returns (batch, time, width)."""
    n = layer_norm(x + attention(x, weights, heads), weights["ln_1_gain"], weights["ln_1_bias"])
    return layer_norm(n + feed_forward(n, weights), weights["ln_2_gain"], weights["ln_2_bias"])
