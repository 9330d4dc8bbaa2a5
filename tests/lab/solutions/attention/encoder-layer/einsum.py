"""The encoder layer with einsum, a centering matrix and an additive mask."""
import numpy as np


def add_and_norm(x, branch, gain, bias):
    """x, branch: (batch, tokens, d_model). Returns (batch, tokens, d_model)."""
    d_model = x.shape[-1]
    centered = np.einsum("btm,mn->btn", x + branch, np.eye(d_model) - 1 / d_model)
    variance = np.einsum("btm,btm->bt", centered, centered)[..., None] / d_model
    return centered * gain * (variance + 1e-5) ** -0.5 + bias


def encoder_layer(x, weights, heads, mask=None):
    """x: (batch, tokens, d_model); mask: (batch, tokens). Returns (batch, tokens, d_model)."""
    batch, tokens, d_model = x.shape
    d_k = d_model // heads
    w_q, w_k, w_v = (weights[f"self_{name}"].reshape(d_model, heads, d_k) for name in "qkv")
    q, k, v = (np.einsum("btm,mhd->bhtd", x, w) for w in (w_q, w_k, w_v))
    hidden = np.zeros((batch, tokens)) if mask is None else np.where(mask, 0.0, -1e30)
    scores = np.einsum("bhqd,bhkd->bhqk", q, k) / d_k**0.5 + hidden[:, None, None]
    parts = np.exp(scores - scores.max(-1, keepdims=True))
    mixed = np.einsum("bhqk,bhkd,hdm->bqm", parts / parts.sum(-1, keepdims=True), v, weights["self_o"].reshape(heads, d_k, d_model))
    x = add_and_norm(x, mixed, weights["self_gain"], weights["self_bias"])
    inner = np.einsum("btm,mf->btf", x, weights["ffn_w_1"]) + weights["ffn_b_1"]
    branch = np.einsum("btf,fm->btm", inner * (inner > 0), weights["ffn_w_2"]) + weights["ffn_b_2"]
    return add_and_norm(x, branch, weights["ffn_gain"], weights["ffn_bias"])
