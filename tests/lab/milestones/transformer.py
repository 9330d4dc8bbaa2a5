"""A small Transformer on NumPy arrays and PyTorch tensors alike: the honest models of these tests.

Weights are named by layer ("0.q", "0.in", …). Attention has a learned number for each head and distance in place of
positions in the input. There are no biases.
"""
from __future__ import annotations

import numpy as np

HEADS, SPAN = 2, 63


def beginnings(rng, vocabulary, outputs, layers, width=32, crossed=()):
    """Random weights to begin with. layers: their names; those in crossed attend to a memory as well."""

    def drawn(rows, columns, scale=1.0):
        return rng.normal(0, scale / np.sqrt(rows), (rows, columns))

    weights = {"tokens": rng.normal(0, 1, (vocabulary, width)), "head": drawn(width, outputs), "norm": np.ones(width)}
    for layer in layers:
        weights[layer + ".bias"] = np.zeros((HEADS, 2 * SPAN + 1))
        for name in (layer, layer + ".cross") if layer in crossed else (layer,):
            weights.update({f"{name}.{one}": drawn(width, width, 0.5 if one == "o" else 1) for one in "qkvo"})
            weights[name + ".norm"] = np.ones(width)
        weights[layer + ".in"], weights[layer + ".out"] = drawn(width, 4 * width), drawn(4 * width, width, 0.5)
        weights[layer + ".mid"] = np.ones(width)
    return weights


def softmax(scores):
    """The softmax of the last axis."""
    if isinstance(scores, np.ndarray):
        weights = np.exp(scores - scores.max(-1, keepdims=True))
    else:
        weights = (scores - scores.amax(-1, keepdim=True)).exp()
    return weights / weights.sum(-1)[..., None]


def normed(x, gain):
    """Layer norm. x: (..., width)."""
    x = x - x.mean(-1)[..., None]
    return x / ((x * x).mean(-1)[..., None] + 1e-5) ** 0.5 * gain


def attention(x, memory, w, name, ahead, turned=lambda value: value):
    """x: (batch, time, width) attends to memory: (batch, length, width). ahead: whether later positions may be seen;
    turned: what becomes of queries and keys (batch, heads, time, each)."""
    batch, time, width = x.shape
    each = width // HEADS

    def split(value):
        return value.reshape(batch, -1, HEADS, each).swapaxes(1, 2)

    scores = turned(split(x @ w[name + ".q"])) @ turned(split(memory @ w[name + ".k"])).swapaxes(2, 3) / each**0.5
    back = np.arange(time)[:, None] - np.arange(memory.shape[1])
    if name + ".bias" in w:
        scores = scores + w[name + ".bias"][:, np.clip(back, -SPAN, SPAN) + SPAN]
    if not ahead:
        # A product with a number of its own type keeps float32.
        scores = scores + scores.dtype.type(-1e9) * (back < 0) if isinstance(scores, np.ndarray) else scores.masked_fill(scores.new_tensor(back < 0) > 0, -1e9)
    return (softmax(scores) @ split(memory @ w[name + ".v"])).swapaxes(1, 2).reshape(batch, time, width) @ w[name + ".o"]


def layer(x, w, name, ahead, memory=None):
    """One layer, norms first: attention, attention to the memory where there is one, feed-forward."""
    inside = normed(x, w[name + ".norm"])
    x = x + attention(inside, inside, w, name, ahead)
    if memory is not None:
        x = x + attention(normed(x, w[name + ".cross.norm"]), memory, w, name + ".cross", True)
    inner = normed(x, w[name + ".mid"]) @ w[name + ".in"]
    return x + (inner * (inner > 0)) @ w[name + ".out"]


def features(tokens, w, names, ahead, memory=None):
    """tokens: (batch, time). Returns what the layers make of them, normed: (batch, time, width)."""
    x = w["tokens"][tokens]
    if "positions" in w:
        x = x + w["positions"][: x.shape[1]]
    for name in names:
        x = layer(x, w, name, ahead, memory)
    return normed(x, w["norm"])


def language_model(tokens, w, names=("0",), ahead=False):
    """tokens: (batch, time). Returns logits: (batch, time, outputs)."""
    return features(tokens, w, names, ahead) @ w["head"]


def encoder_decoder(source, target, w):
    """source: (batch, length); target: (batch, steps). Returns logits: (batch, steps, outputs)."""
    memory = features(source, w, ("e0", "e1"), True)
    return features(target, w, ("d0", "d1"), False, memory) @ w["head"]


def kept(path):
    """The weights that train.py kept, in float32."""
    with np.load(path) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}
