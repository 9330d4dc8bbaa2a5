"""GPT-2 with a cache of keys and values (Section 2.3; the past of the released model.py)."""
from __future__ import annotations

import numpy as np

EPSILON = 1e-5


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


def split_heads(x: np.ndarray, heads: int) -> np.ndarray:
    """x: (batch, new, width). Returns (batch, heads, new, width / heads)."""
    batch, new, width = x.shape
    return x.reshape(batch, new, heads, width // heads).transpose(0, 2, 1, 3)


def visible(past: int, new: int) -> np.ndarray:
    """(new, past + new): new token i stands at position past + i and sees all keys up to itself."""
    return np.arange(past + new) <= past + np.arange(new)[:, None]


def mix(query: np.ndarray, key: np.ndarray, value: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """query: (batch, heads, new, size); key, value: (batch, heads, all, size); mask: (new, all). Returns (batch, new, width)."""
    scores = query @ key.swapaxes(-1, -2) / np.sqrt(query.shape[-1])  # (batch, heads, new, all)
    mixed = softmax(np.where(mask, scores, -np.inf)) @ value
    batch, heads, new, size = mixed.shape
    return mixed.transpose(0, 2, 1, 3).reshape(batch, new, heads * size)


def attention(x: np.ndarray, past: np.ndarray, block: dict, heads: int) -> tuple[np.ndarray, np.ndarray]:
    """x: (batch, new, width), normalized; past: (2, batch, heads, past, size). Returns (batch, new, width) and the longer past."""
    query, key, value = (split_heads(t, heads) for t in np.split(x @ block["qkv_weight"] + block["qkv_bias"], 3, axis=-1))
    present = np.concatenate([past, np.stack([key, value])], axis=-2)
    mixed = mix(query, *present, visible(past.shape[-2], x.shape[1]))
    return mixed @ block["out_weight"] + block["out_bias"], present


def feed_forward(x: np.ndarray, block: dict) -> np.ndarray:
    """x: (batch, new, width), normalized. Returns (batch, new, width)."""
    return gelu(x @ block["fc_weight"] + block["fc_bias"]) @ block["proj_weight"] + block["proj_bias"]


def run_blocks(x: np.ndarray, cache: np.ndarray, blocks: list[dict], heads: int, attend=attention) -> tuple[np.ndarray, np.ndarray]:
    """x: (batch, new, width); cache as in the exercise. Returns (batch, new, width) and the longer cache."""
    presents = []
    for past, block in zip(cache, blocks):
        attended, present = attend(layer_norm(x, block["ln_1_gain"], block["ln_1_bias"]), past, block, heads)
        x = x + attended
        x = x + feed_forward(layer_norm(x, block["ln_2_gain"], block["ln_2_bias"]), block)
        presents.append(present)
    return x, np.stack(presents)


def embed(tokens: np.ndarray, past: int, weights: dict) -> np.ndarray:
    """tokens: (batch, new). Returns (batch, new, width); positions go on where the cache ends."""
    positions = past + np.arange(tokens.shape[1])
    return weights["token_embedding"][tokens] + weights["position_embedding"][positions]


def logits_of(x: np.ndarray, weights: dict) -> np.ndarray:
    """x: (batch, new, width). Returns (batch, new, vocabulary)."""
    return layer_norm(x, weights["ln_f_gain"], weights["ln_f_bias"]) @ weights["token_embedding"].T


def forward_cached(tokens: np.ndarray, cache: np.ndarray, weights: dict, heads: int) -> tuple[np.ndarray, np.ndarray]:
    """tokens: (batch, new); cache: (layers, 2, batch, heads, past, size). Returns logits and the cache for past + new."""
    x = embed(tokens, cache.shape[-2], weights)
    x, longer = run_blocks(x, cache, weights["blocks"], heads)
    return logits_of(x, weights), longer
