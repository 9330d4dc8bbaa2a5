"""A block of GPT-1 with einsum, in float32; the mask is added to the scores."""
import numpy as np


def norm(x, gain, bias):
    """x: (..., width). Returns (..., width)."""
    return (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-5) * gain + bias


def decoder_block(x, weights, heads):
    """x: (batch, time, width). Returns (batch, time, width)."""
    w = {name: value.astype(np.float32) for name, value in weights.items()}
    x = x.astype(np.float32)
    batch, time, width = x.shape
    size = width // heads
    qkv = np.einsum("btw,wkhs->kbhts", x, w["qkv_weight"].reshape(width, 3, heads, size))
    query, key, value = qkv + w["qkv_bias"].reshape(3, 1, heads, 1, size)
    scores = np.einsum("bhqs,bhks->bhqk", query, key) * size**-0.5
    scores += np.triu(np.full((time, time), -1e9, dtype=np.float32), 1)
    shares = np.exp(scores - scores.max(-1, keepdims=True))
    shares /= shares.sum(-1, keepdims=True)
    mixed = np.einsum("bhqk,bhks,hsw->bqw", shares, value, w["out_weight"].reshape(heads, size, width))
    n = norm(x + mixed + w["out_bias"], w["ln_1_gain"], w["ln_1_bias"])
    inner = n @ w["fc_weight"] + w["fc_bias"]
    inner = inner / (1 + np.exp(-2 * np.sqrt(2 / np.pi) * (inner + 0.044715 * inner**3)))
    return norm(n + inner @ w["proj_weight"] + w["proj_bias"], w["ln_2_gain"], w["ln_2_bias"])
