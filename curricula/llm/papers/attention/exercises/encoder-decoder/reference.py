"""The encoder-decoder of Figure 1 (Sections 3.1 to 3.5)."""
from __future__ import annotations

import numpy as np


def positional_encoding(length: int, d_model: int) -> np.ndarray:
    """Returns (length, d_model)."""
    angle = np.arange(length)[:, None] / 10000.0 ** (np.arange(0, d_model, 2) / d_model)
    return np.stack([np.sin(angle), np.cos(angle)], axis=-1).reshape(length, d_model)


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


def layer_norm(a: np.ndarray, gain: np.ndarray, bias: np.ndarray, epsilon: float = 1e-5) -> np.ndarray:
    """a: (..., d_model); gain, bias: (d_model,). Returns (..., d_model)."""
    mean = a.mean(axis=-1, keepdims=True)
    variance = ((a - mean) ** 2).mean(axis=-1, keepdims=True)
    normalized = (a - mean) / np.sqrt(variance + epsilon)
    return gain * normalized + bias


def feed_forward(x: np.ndarray, weights: dict[str, np.ndarray]) -> np.ndarray:
    """x: (batch, tokens, d_model). Returns (batch, tokens, d_model)."""
    w_1, b_1, w_2, b_2 = (weights[f"ffn_{name}"] for name in ("w_1", "b_1", "w_2", "b_2"))
    summed = x @ w_1 + b_1
    hidden = np.maximum(0.0, summed)
    output = hidden @ w_2 + b_2
    return output


def encoder_layer(x: np.ndarray, weights: dict, heads: int, keys: np.ndarray | None) -> np.ndarray:
    """x: (batch, sources, d_model); keys: bool (batch, 1, 1, sources). Returns (batch, sources, d_model)."""
    attended = multi_head(x, x, weights, "self", heads, keys)
    x = layer_norm(x + attended, weights["self_gain"], weights["self_bias"])
    forwarded = feed_forward(x, weights)
    return layer_norm(x + forwarded, weights["ffn_gain"], weights["ffn_bias"])


def decoder_layer(
    y: np.ndarray, memory: np.ndarray, weights: dict, heads: int, causal: np.ndarray, sources: np.ndarray | None
) -> np.ndarray:
    """y: (batch, targets, d_model); memory: (batch, sources, d_model); causal: bool (targets, targets). Returns the shape of y."""
    attended = multi_head(y, y, weights, "self", heads, causal)
    y = layer_norm(y + attended, weights["self_gain"], weights["self_bias"])
    looked_up = multi_head(y, memory, weights, "cross", heads, sources)
    y = layer_norm(y + looked_up, weights["cross_gain"], weights["cross_bias"])
    forwarded = feed_forward(y, weights)
    return layer_norm(y + forwarded, weights["ffn_gain"], weights["ffn_bias"])


def embed(tokens: np.ndarray, embedding: np.ndarray) -> np.ndarray:
    """tokens: (batch, length); embedding: (vocabulary, d_model). Returns (batch, length, d_model)."""
    d_model = embedding.shape[1]
    vectors = embedding[tokens] * np.sqrt(d_model)
    return vectors + positional_encoding(tokens.shape[1], d_model)


def shift(target: np.ndarray, start: int) -> np.ndarray:
    """target: (batch, targets). Returns the same shape: start, then all tokens but the last."""
    first = np.full((len(target), 1), start, dtype=target.dtype)
    return np.concatenate([first, target[:, :-1]], axis=1)


def transformer(
    source: np.ndarray, target: np.ndarray, weights: dict, heads: int, start: int = 1, padding: int = 0
) -> np.ndarray:
    """source: (batch, sources); target: (batch, targets). Returns logits (batch, targets, vocabulary)."""
    real = (source != padding)[:, None, None, :]
    causal = np.tri(target.shape[1], dtype=bool)

    memory = embed(source, weights["embedding"])
    for layer in weights["encoder"]:
        memory = encoder_layer(memory, layer, heads, real)

    y = embed(shift(target, start), weights["embedding"])
    for layer in weights["decoder"]:
        y = decoder_layer(y, memory, layer, heads, causal, real)
    # The matrix that made vectors of tokens makes tokens of vectors.
    return y @ weights["embedding"].T
