"""A layer of the encoder (Section 3.1, Figure 1)."""
from __future__ import annotations

import numpy as np


def layer_norm(a: np.ndarray, gain: np.ndarray, bias: np.ndarray, epsilon: float = 1e-5) -> np.ndarray:
    """a: (..., d_model); gain, bias: (d_model,). Returns (..., d_model)."""
    mean = a.mean(axis=-1, keepdims=True)
    variance = ((a - mean) ** 2).mean(axis=-1, keepdims=True)
    normalized = (a - mean) / np.sqrt(variance + epsilon)
    return gain * normalized + bias


def softmax(scores: np.ndarray) -> np.ndarray:
    """scores: (..., keys). Returns the same shape; 0 where a row has no allowed key."""
    top = scores.max(axis=-1, keepdims=True)
    top = np.where(np.isfinite(top), top, 0.0)
    exponentials = np.exp(scores - top)
    total = exponentials.sum(axis=-1, keepdims=True)
    return exponentials / np.where(total > 0, total, 1.0)


def split(x: np.ndarray, heads: int) -> np.ndarray:
    """x: (batch, tokens, d_model). Returns (batch, heads, tokens, d_k)."""
    batch, tokens, d_model = x.shape
    return x.reshape(batch, tokens, heads, d_model // heads).transpose(0, 2, 1, 3)


def merge(x: np.ndarray) -> np.ndarray:
    """x: (batch, heads, tokens, d_k). Returns (batch, tokens, d_model)."""
    batch, heads, tokens, d_k = x.shape
    return x.transpose(0, 2, 1, 3).reshape(batch, tokens, heads * d_k)


def multi_head(
    asking: np.ndarray, asked: np.ndarray, weights: dict[str, np.ndarray], name: str, heads: int, mask: np.ndarray | None
) -> np.ndarray:
    """Queries from asking (batch, queries, d_model), keys and values from asked (batch, keys, d_model).

    name: the prefix of the matrices. mask: bool, to be broadcast to (batch, heads, queries, keys). Returns the shape of asking.
    """
    q = split(asking @ weights[f"{name}_q"], heads)
    k = split(asked @ weights[f"{name}_k"], heads)
    v = split(asked @ weights[f"{name}_v"], heads)
    scores = q @ np.swapaxes(k, -1, -2)
    scores = scores / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    shares = softmax(scores)
    attended = merge(shares @ v)
    return attended @ weights[f"{name}_o"]


def feed_forward(x: np.ndarray, weights: dict[str, np.ndarray]) -> np.ndarray:
    """x: (batch, tokens, d_model). Returns (batch, tokens, d_model)."""
    w_1, b_1, w_2, b_2 = (weights[f"ffn_{name}"] for name in ("w_1", "b_1", "w_2", "b_2"))
    summed = x @ w_1 + b_1
    hidden = np.maximum(0.0, summed)
    output = hidden @ w_2 + b_2
    return output


def encoder_layer(
    x: np.ndarray, weights: dict[str, np.ndarray], heads: int, mask: np.ndarray | None = None
) -> np.ndarray:
    """x: (batch, tokens, d_model); mask: bool, (batch, tokens), False for padding. Returns (batch, tokens, d_model)."""
    x = np.asarray(x, dtype=np.float64)
    # Padding is hidden as a key, for all heads and all queries.
    keys = None if mask is None else np.asarray(mask)[:, None, None, :]
    attended = multi_head(x, x, weights, "self", heads, keys)
    x = layer_norm(x + attended, weights["self_gain"], weights["self_bias"])
    forwarded = feed_forward(x, weights)
    return layer_norm(x + forwarded, weights["ffn_gain"], weights["ffn_bias"])
