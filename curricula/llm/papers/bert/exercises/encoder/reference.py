"""BERT's encoder: bidirectional attention, post-LN, GELU with erf (Section 3, Appendix A.2)."""
from __future__ import annotations

import math

import numpy as np

erf = np.vectorize(math.erf, otypes=[np.float64])


def gelu(x: np.ndarray) -> np.ndarray:
    """x: any shape. Returns the same shape."""
    return 0.5 * x * (1.0 + erf(x / math.sqrt(2.0)))


def layer_norm(a: np.ndarray, gain: np.ndarray, bias: np.ndarray, epsilon: float = 1e-12) -> np.ndarray:
    """a: (..., d_model); gain, bias: (d_model,). Returns (..., d_model)."""
    mean = a.mean(axis=-1, keepdims=True)
    variance = ((a - mean) ** 2).mean(axis=-1, keepdims=True)
    normalized = (a - mean) / np.sqrt(variance + epsilon)
    return gain * normalized + bias


def softmax(scores: np.ndarray) -> np.ndarray:
    """scores: (..., keys). Returns the same shape."""
    top = scores.max(axis=-1, keepdims=True)
    exponentials = np.exp(scores - top)
    return exponentials / exponentials.sum(axis=-1, keepdims=True)


def split(x: np.ndarray, heads: int) -> np.ndarray:
    """x: (batch, tokens, d_model). Returns (batch, heads, tokens, d_k)."""
    batch, tokens, d_model = x.shape
    return x.reshape(batch, tokens, heads, d_model // heads).transpose(0, 2, 1, 3)


def merge(x: np.ndarray) -> np.ndarray:
    """x: (batch, heads, tokens, d_k). Returns (batch, tokens, d_model)."""
    batch, heads, tokens, d_k = x.shape
    return x.transpose(0, 2, 1, 3).reshape(batch, tokens, heads * d_k)


def attention(x: np.ndarray, mask: np.ndarray, w: dict[str, np.ndarray], heads: int) -> np.ndarray:
    """x: (batch, length, hidden); mask: (batch, length); w: the weights of one layer. Returns (batch, length, hidden)."""
    q = split(x @ w["query"] + w["query_bias"], heads)
    k = split(x @ w["key"] + w["key_bias"], heads)
    v = split(x @ w["value"] + w["value_bias"], heads)
    scores = q @ np.swapaxes(k, -1, -2)
    scores = scores / np.sqrt(q.shape[-1])
    # (batch, 1, 1, keys): whoever asks, padding does not answer. Nothing hides the future.
    mask = mask[:, None, None, :] > 0
    scores = np.where(mask, scores, -np.inf)
    shares = softmax(scores)
    joined = merge(shares @ v)
    return joined @ w["output"] + w["output_bias"]


def feed_forward(x: np.ndarray, w: dict[str, np.ndarray]) -> np.ndarray:
    """x: (batch, length, hidden); w: the weights of one layer. Returns the shape of x."""
    summed = x @ w["inner"] + w["inner_bias"]
    hidden = gelu(summed)
    return hidden @ w["outer"] + w["outer_bias"]


def encoder(x: np.ndarray, mask: np.ndarray, weights: dict[str, np.ndarray], heads: int) -> np.ndarray:
    """x: (batch, length, hidden); mask: (batch, length). Returns (batch, length, hidden)."""
    for layer in range(len(weights["query"])):
        w = {name: values[layer] for name, values in weights.items()}
        attended = attention(x, mask, w, heads)
        x = layer_norm(x + attended, w["attention_gain"], w["attention_bias"])
        forwarded = feed_forward(x, w)
        x = layer_norm(x + forwarded, w["final_gain"], w["final_bias"])
    return x
