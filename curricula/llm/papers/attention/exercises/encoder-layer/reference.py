"""A layer of the encoder (Section 3.1, Figure 1)."""
from __future__ import annotations

import numpy as np


def layer_norm(x: np.ndarray, gain: np.ndarray, bias: np.ndarray, epsilon: float = 1e-5) -> np.ndarray:
    """x: (..., d_model); gain, bias: (d_model,). Returns (..., d_model)."""
    mean = x.mean(axis=-1, keepdims=True)
    return gain * (x - mean) / np.sqrt(x.var(axis=-1, keepdims=True) + epsilon) + bias


def softmax(scores: np.ndarray) -> np.ndarray:
    """scores: (..., keys). Returns the same shape; 0 where a row has no allowed key."""
    top = scores.max(axis=-1, keepdims=True)
    exponentials = np.exp(scores - np.where(np.isfinite(top), top, 0.0))
    total = exponentials.sum(axis=-1, keepdims=True)
    return exponentials / np.where(total > 0, total, 1.0)


def self_attention(x: np.ndarray, weights: dict[str, np.ndarray], heads: int, mask: np.ndarray | None) -> np.ndarray:
    """x: (batch, tokens, d_model); mask: bool, to be broadcast to (batch, heads, queries, keys). Returns the shape of x."""

    def split(features: np.ndarray) -> np.ndarray:
        """features: (batch, tokens, d_model). Returns (batch, heads, tokens, d_k)."""
        return features.reshape(*features.shape[:2], heads, -1).transpose(0, 2, 1, 3)

    q, k, v = (split(x @ weights[name]) for name in ("self_q", "self_k", "self_v"))
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    attended = softmax(scores) @ v
    return attended.transpose(0, 2, 1, 3).reshape(x.shape) @ weights["self_o"]


def feed_forward(x: np.ndarray, weights: dict[str, np.ndarray]) -> np.ndarray:
    """x: (batch, tokens, d_model). Returns (batch, tokens, d_model)."""
    hidden = np.maximum(0.0, x @ weights["ffn_w_1"] + weights["ffn_b_1"])
    return hidden @ weights["ffn_w_2"] + weights["ffn_b_2"]


def encoder_layer(
    x: np.ndarray, weights: dict[str, np.ndarray], heads: int, mask: np.ndarray | None = None
) -> np.ndarray:
    """x: (batch, tokens, d_model); mask: bool, (batch, tokens), False for padding. Returns (batch, tokens, d_model)."""
    x = np.asarray(x, dtype=np.float64)
    # Padding is hidden as a key, for all heads and all queries.
    keys = None if mask is None else np.asarray(mask)[:, None, None, :]
    x = layer_norm(x + self_attention(x, weights, heads, keys), weights["self_gain"], weights["self_bias"])
    return layer_norm(x + feed_forward(x, weights), weights["ffn_gain"], weights["ffn_bias"])
