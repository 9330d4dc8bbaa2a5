"""GPT-2 with a cache of keys and values (Section 2.3; the past of the released model.py)."""
from __future__ import annotations

import numpy as np


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


def split(x: np.ndarray, heads: int) -> np.ndarray:
    """x: (batch, time, width). Returns (batch, heads, time, width / heads)."""
    batch, tokens, d_model = x.shape
    return x.reshape(batch, tokens, heads, d_model // heads).transpose(0, 2, 1, 3)


def merge(x: np.ndarray) -> np.ndarray:
    """x: (batch, heads, time, width / heads). Returns (batch, time, width)."""
    batch, heads, tokens, d_k = x.shape
    return x.transpose(0, 2, 1, 3).reshape(batch, tokens, heads * d_k)


def visible(past: int, new: int) -> np.ndarray:
    """(new, past + new): new token i stands at position past + i and sees all keys up to itself."""
    return np.arange(past + new) <= past + np.arange(new)[:, None]


def attention(x: np.ndarray, past: np.ndarray, weights: dict, heads: int) -> tuple[np.ndarray, np.ndarray]:
    """x: (batch, new, width), normalized; past: (2, batch, heads, past, size). Returns (batch, new, width) and the longer past."""
    qkv = x @ weights["qkv_weight"] + weights["qkv_bias"]
    query, key, value = np.split(qkv, 3, axis=-1)
    q, k, v = split(query, heads), split(key, heads), split(value, heads)
    present = np.concatenate([past, np.stack([k, v])], axis=-2)
    k, v = present  # (batch, heads, past + new, size)
    scores = q @ np.swapaxes(k, -1, -2)
    scores = scores / np.sqrt(q.shape[-1])
    mask = visible(past.shape[-2], x.shape[1])
    scores = np.where(mask, scores, -np.inf)
    shares = softmax(scores)
    attended = merge(shares @ v)
    return attended @ weights["out_weight"] + weights["out_bias"], present


def feed_forward(x: np.ndarray, weights: dict) -> np.ndarray:
    """x: (batch, new, width), normalized. Returns (batch, new, width)."""
    summed = x @ weights["fc_weight"] + weights["fc_bias"]
    hidden = gelu(summed)
    return hidden @ weights["proj_weight"] + weights["proj_bias"]


def run_block(x: np.ndarray, past: np.ndarray, weights: dict, heads: int) -> tuple[np.ndarray, np.ndarray]:
    """x: (batch, new, width); past: (2, batch, heads, past, size). Returns (batch, new, width) and the longer past."""
    normed = layer_norm(x, weights["ln_1_gain"], weights["ln_1_bias"])
    attended, present = attention(normed, past, weights, heads)
    n = x + attended
    normed = layer_norm(n, weights["ln_2_gain"], weights["ln_2_bias"])
    return n + feed_forward(normed, weights), present


def forward_cached(tokens: np.ndarray, cache: np.ndarray, weights: dict, heads: int) -> tuple[np.ndarray, np.ndarray]:
    """tokens: (batch, new); cache: (layers, 2, batch, heads, past, size). Returns logits and the cache for past + new."""
    positions = cache.shape[-2] + np.arange(tokens.shape[1])
    x = weights["token_embedding"][tokens] + weights["position_embedding"][positions]
    presents = []
    for past, block in zip(cache, weights["blocks"]):
        x, present = run_block(x, past, block, heads)
        presents.append(present)
    x = layer_norm(x, weights["ln_f_gain"], weights["ln_f_bias"])
    return x @ weights["token_embedding"].T, np.stack(presents)
