"""The decoder layer with einsum and additive masks."""
import numpy as np


def attend(asking, asked, weights, name, heads, hidden):
    """asking: (batch, queries, d_model); asked: (batch, keys, d_model); hidden: added to the scores. Returns like asking."""
    d_model = asking.shape[-1]
    w_q, w_k, w_v = (weights[f"{name}_{w}"].reshape(d_model, heads, -1) for w in "qkv")
    scores = np.einsum("bqm,mhd,nhd,bkn->bhqk", asking, w_q, w_k, asked, optimize=True) * (d_model / heads) ** -0.5 + hidden
    parts = np.exp(scores - scores.max(-1, keepdims=True))
    parts /= np.einsum("bhqk->bhq", parts)[..., None]
    w_o = weights[f"{name}_o"].reshape(heads, -1, d_model)
    return np.einsum("bhqk,bkm,mhd,hdn->bqn", parts, asked, w_v, w_o, optimize=True)


def decoder_layer(y, memory, weights, heads, memory_mask=None):
    """y: (batch, targets, d_model); memory: (batch, sources, d_model). Returns (batch, targets, d_model)."""

    def add_and_norm(y, branch, name):
        total = y + branch
        centered = total - np.einsum("btm->bt", total)[..., None] / total.shape[-1]
        variance = np.einsum("btm,btm->bt", centered, centered)[..., None] / total.shape[-1]
        return centered * (variance + 1e-5) ** -0.5 * weights[f"{name}_gain"] + weights[f"{name}_bias"]

    future = np.triu(np.full((y.shape[1], y.shape[1]), -1e30), 1)
    padding = 0.0 if memory_mask is None else np.where(memory_mask, 0.0, -1e30)[:, None, None]
    y = add_and_norm(y, attend(y, y, weights, "self", heads, future), "self")
    y = add_and_norm(y, attend(y, memory, weights, "cross", heads, padding), "cross")
    inner = np.einsum("btm,mf->btf", y, weights["ffn_w_1"]) + weights["ffn_b_1"]
    return add_and_norm(y, np.einsum("btf,fm->btm", inner * (inner > 0), weights["ffn_w_2"]) + weights["ffn_b_2"], "ffn")
