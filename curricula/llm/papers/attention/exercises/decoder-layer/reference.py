"""A layer of the decoder (Sections 3.1 and 3.2.3, Figure 1)."""
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


def multi_head(
    asking: np.ndarray, asked: np.ndarray, weights: dict[str, np.ndarray], name: str, heads: int, mask: np.ndarray | None
) -> np.ndarray:
    """Queries from asking (batch, queries, d_model), keys and values from asked (batch, keys, d_model).

    name: "self" or "cross". mask: bool, to be broadcast to (batch, heads, queries, keys). Returns (batch, queries, d_model).
    """

    def split(features: np.ndarray) -> np.ndarray:
        """features: (batch, tokens, d_model). Returns (batch, heads, tokens, d_k)."""
        return features.reshape(*features.shape[:2], heads, -1).transpose(0, 2, 1, 3)

    q, k, v = split(asking @ weights[f"{name}_q"]), split(asked @ weights[f"{name}_k"]), split(asked @ weights[f"{name}_v"])
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    attended = softmax(scores) @ v
    return attended.transpose(0, 2, 1, 3).reshape(asking.shape) @ weights[f"{name}_o"]


def feed_forward(x: np.ndarray, weights: dict[str, np.ndarray]) -> np.ndarray:
    """x: (batch, tokens, d_model). Returns (batch, tokens, d_model)."""
    hidden = np.maximum(0.0, x @ weights["ffn_w_1"] + weights["ffn_b_1"])
    return hidden @ weights["ffn_w_2"] + weights["ffn_b_2"]


def decoder_layer(
    y: np.ndarray,
    memory: np.ndarray,
    weights: dict[str, np.ndarray],
    heads: int,
    memory_mask: np.ndarray | None = None,
) -> np.ndarray:
    """y: (batch, targets, d_model); memory: (batch, sources, d_model); memory_mask: bool, (batch, sources).

    Returns (batch, targets, d_model).
    """
    # A position may look at itself: it holds the token before the one that it predicts.
    causal = np.tri(y.shape[1], dtype=bool)
    sources = None if memory_mask is None else np.asarray(memory_mask)[:, None, None, :]
    attended = multi_head(y, y, weights, "self", heads, causal)
    y = layer_norm(y + attended, weights["self_gain"], weights["self_bias"])
    looked_up = multi_head(y, memory, weights, "cross", heads, sources)
    y = layer_norm(y + looked_up, weights["cross_gain"], weights["cross_bias"])
    return layer_norm(y + feed_forward(y, weights), weights["ffn_gain"], weights["ffn_bias"])
