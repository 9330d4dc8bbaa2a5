"""Decoding with a cache in float32 that is allocated in full length first and then filled."""
import numpy as np


def norm(x, gain, bias):
    """x: (..., width). Returns (..., width)."""
    return (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-5) * gain + bias


def forward_cached(tokens, cache, weights, heads):
    """tokens: (batch, new); cache: (layers, 2, batch, heads, past, size). Returns logits and the longer cache."""
    layers, _, batch, _, past, size = cache.shape
    new = tokens.shape[1]
    longer = np.empty((layers, 2, batch, heads, past + new, size), dtype=np.float32)
    longer[..., :past, :] = cache
    x = weights["token_embedding"][tokens] + weights["position_embedding"][past : past + new]
    x = x.astype(np.float32)
    hidden = np.triu(np.full((past + new, past + new), -1e9, dtype=np.float32), 1)[past:]  # (new, past + new)
    for layer, block in enumerate(weights["blocks"]):
        w = {name: value.astype(np.float32) for name, value in block.items()}
        qkv = norm(x, w["ln_1_gain"], w["ln_1_bias"]) @ w["qkv_weight"] + w["qkv_bias"]
        query, key, value = qkv.reshape(batch, new, 3, heads, size).transpose(2, 0, 3, 1, 4)
        longer[layer, 0, :, :, past:], longer[layer, 1, :, :, past:] = key, value
        scores = np.einsum("bhqs,bhks->bhqk", query, longer[layer, 0]) / np.sqrt(np.float32(size)) + hidden
        shares = np.exp(scores - scores.max(-1, keepdims=True))
        shares /= shares.sum(-1, keepdims=True)
        mixed = np.einsum("bhqk,bhks->bqhs", shares, longer[layer, 1]).reshape(batch, new, heads * size)
        x = x + mixed @ w["out_weight"] + w["out_bias"]
        inner = norm(x, w["ln_2_gain"], w["ln_2_bias"]) @ w["fc_weight"] + w["fc_bias"]
        inner = 0.5 * inner * (1 + np.tanh(np.float32(0.7978845608) * (inner + np.float32(0.044715) * inner**3)))
        x = x + inner @ w["proj_weight"] + w["proj_bias"]
    return np.einsum("bnw,vw->bnv", norm(x, weights["ln_f_gain"], weights["ln_f_bias"]), weights["token_embedding"]), longer
