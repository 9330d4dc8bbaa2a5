"""The Transformer with einsum, one-hot tokens and additive masks."""
import numpy as np

FORBIDDEN = -1e30


def sub_layer(x, branch, layer, name):
    """x, branch: (batch, tokens, d_model). Residual connection and normalization. Returns the same shape."""
    d_model = x.shape[-1]
    centered = np.einsum("btm,mn->btn", x + branch, np.eye(d_model) - 1 / d_model)
    variance = np.einsum("btm,btm->bt", centered, centered)[..., None] / d_model
    return centered * (variance + 1e-5) ** -0.5 * layer[f"{name}_gain"] + layer[f"{name}_bias"]


def attend(x, asked, layer, name, heads, hidden):
    """x: (batch, queries, d_model); asked: (batch, keys, d_model); hidden: added to the scores. Returns the shape of x."""
    d_model = x.shape[-1]
    w_q, w_k, w_v = (layer[f"{name}_{w}"].reshape(d_model, heads, -1) for w in "qkv")
    scores = np.einsum("bqm,mhd,nhd,bkn->bhqk", x, w_q, w_k, asked, optimize=True) * (d_model / heads) ** -0.5 + hidden
    parts = np.exp(scores - scores.max(-1, keepdims=True))
    parts /= parts.sum(-1, keepdims=True)
    branch = np.einsum("bhqk,bkm,mhd,hdn->bqn", parts, asked, w_v, layer[f"{name}_o"].reshape(heads, -1, d_model), optimize=True)
    return sub_layer(x, branch, layer, name)


def feed(x, layer):
    """x: (batch, tokens, d_model). Returns the same shape."""
    hidden = np.einsum("btm,mf->btf", x, layer["ffn_w_1"]) + layer["ffn_b_1"]
    branch = np.einsum("btf,fm->btm", hidden * (hidden > 0), layer["ffn_w_2"]) + layer["ffn_b_2"]
    return sub_layer(x, branch, layer, "ffn")


def transformer(source, target, weights, heads, start=1, padding=0):
    """source: (batch, sources); target: (batch, targets). Returns logits (batch, targets, vocabulary)."""
    vocabulary, d_model = weights["embedding"].shape
    scaled = weights["embedding"] * d_model**0.5

    def embed(tokens):
        powers = np.exp(1j * 10000.0 ** (-np.arange(0, d_model, 2) / d_model))[None] ** np.arange(tokens.shape[1])[:, None]
        waves = np.stack([powers.imag, powers.real], axis=-1).reshape(-1, d_model)
        return np.einsum("btv,vm->btm", np.eye(vocabulary)[tokens], scaled) + waves

    padded = np.where(source == padding, FORBIDDEN, 0.0)[:, None, None]
    future = np.triu(np.full((target.shape[1], target.shape[1]), FORBIDDEN), 1)
    x = embed(source)
    for layer in weights["encoder"]:
        x = feed(attend(x, x, layer, "self", heads, padded), layer)
    y = np.roll(target, 1, axis=1)
    y[:, 0] = start
    y = embed(y)
    for layer in weights["decoder"]:
        y = attend(y, y, layer, "self", heads, future)
        y = feed(attend(y, x, layer, "cross", heads, padded), layer)
    return np.einsum("btm,vm->btv", y, weights["embedding"])
