"""The encoder-decoder of Figure 1 (Sections 3.1 to 3.5)."""
from __future__ import annotations

import numpy as np


def positional_encoding(length: int, d_model: int) -> np.ndarray:
    """Returns (length, d_model)."""
    angle = np.arange(length)[:, None] / 10000.0 ** (np.arange(0, d_model, 2) / d_model)
    return np.stack([np.sin(angle), np.cos(angle)], axis=-1).reshape(length, d_model)


def multi_head(asking: np.ndarray, asked: np.ndarray, layer: dict, name: str, heads: int, mask: np.ndarray) -> np.ndarray:
    """asking: (batch, queries, d_model); asked: (batch, keys, d_model). Returns (batch, queries, d_model).

    mask: bool, to be broadcast to (batch, heads, queries, keys).
    """

    def split(features: np.ndarray) -> np.ndarray:
        """features: (batch, tokens, d_model). Returns (batch, heads, tokens, d_k)."""
        return features.reshape(*features.shape[:2], heads, -1).transpose(0, 2, 1, 3)

    q, k, v = split(asking @ layer[f"{name}_q"]), split(asked @ layer[f"{name}_k"]), split(asked @ layer[f"{name}_v"])
    scores = np.where(mask, q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1]), -np.inf)
    exponentials = np.exp(scores - scores.max(axis=-1, keepdims=True))
    attended = exponentials / exponentials.sum(axis=-1, keepdims=True) @ v
    return attended.transpose(0, 2, 1, 3).reshape(asking.shape) @ layer[f"{name}_o"]


def add_and_norm(x: np.ndarray, branch: np.ndarray, layer: dict, name: str) -> np.ndarray:
    """x, branch: (batch, tokens, d_model). LayerNorm(x + branch). Returns the same shape."""
    total = x + branch
    mean = total.mean(axis=-1, keepdims=True)
    return layer[f"{name}_gain"] * (total - mean) / np.sqrt(total.var(axis=-1, keepdims=True) + 1e-5) + layer[f"{name}_bias"]


def feed_forward(x: np.ndarray, layer: dict) -> np.ndarray:
    """x: (batch, tokens, d_model). Returns (batch, tokens, d_model)."""
    return np.maximum(0.0, x @ layer["ffn_w_1"] + layer["ffn_b_1"]) @ layer["ffn_w_2"] + layer["ffn_b_2"]


def encoder_layer(x: np.ndarray, layer: dict, heads: int, real: np.ndarray) -> np.ndarray:
    """x: (batch, sources, d_model); real: bool (batch, 1, 1, sources). Returns (batch, sources, d_model)."""
    x = add_and_norm(x, multi_head(x, x, layer, "self", heads, real), layer, "self")
    return add_and_norm(x, feed_forward(x, layer), layer, "ffn")


def decoder_layer(
    y: np.ndarray, memory: np.ndarray, layer: dict, heads: int, causal: np.ndarray, real: np.ndarray
) -> np.ndarray:
    """y: (batch, targets, d_model); memory: (batch, sources, d_model); causal: bool (targets, targets). Returns the shape of y."""
    y = add_and_norm(y, multi_head(y, y, layer, "self", heads, causal), layer, "self")
    y = add_and_norm(y, multi_head(y, memory, layer, "cross", heads, real), layer, "cross")
    return add_and_norm(y, feed_forward(y, layer), layer, "ffn")


def embed(tokens: np.ndarray, embedding: np.ndarray) -> np.ndarray:
    """tokens: (batch, length); embedding: (vocabulary, d_model). Returns (batch, length, d_model)."""
    d_model = embedding.shape[1]
    return embedding[tokens] * np.sqrt(d_model) + positional_encoding(tokens.shape[1], d_model)


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
