"""The two blocks of milestone 6: GPT-2's with learned positions, GELU and layer norm; LLaMA's with RoPE, SwiGLU and RMS norm."""
from __future__ import annotations

import numpy as np
from transformer import HEADS, SPAN, attention, beginnings, normed

VOCABULARY, WIDTH, LENGTH = 34, 32, SPAN + 1
INNER = 106


def exp(x):
    return np.exp(x) if isinstance(x, np.ndarray) else x.exp()


def gpt_beginnings(rng):
    weights = {name: value for name, value in beginnings(rng, VOCABULARY, VOCABULARY, ("0",), WIDTH).items() if not name.endswith(".bias")}
    return {**weights, "positions": rng.normal(0, 0.1, (LENGTH, WIDTH))}


def gpt(tokens, w):
    """tokens: (batch, time). Returns logits: (batch, time, VOCABULARY)."""
    x = w["tokens"][tokens] + w["positions"][: tokens.shape[1]]
    inside = normed(x, w["0.norm"])
    x = x + attention(inside, inside, w, "0", False)
    inner = normed(x, w["0.mid"]) @ w["0.in"]
    # GELU as x times a sigmoid (Hendrycks and Gimpel, Section 2).
    x = x + (inner / (1 + exp(-1.702 * inner))) @ w["0.out"]
    return normed(x, w["norm"]) @ w["head"]


def llama_beginnings(rng):
    weights = {name: value for name, value in beginnings(rng, VOCABULARY, VOCABULARY, ("0",), WIDTH).items() if not name.endswith(".bias")}
    for name, shape in (("gate", (WIDTH, INNER)), ("in", (WIDTH, INNER)), ("out", (INNER, WIDTH))):
        weights["0." + name] = rng.normal(0, 0.7 / np.sqrt(shape[0]), shape)
    return weights


def rms_normed(x, gain):
    return x / ((x * x).mean(-1)[..., None] + 1e-5) ** 0.5 * gain


def rotary(time, each):
    """What turns (batch, heads, time, each) by RoPE: the first half of the numbers with the second."""
    angles = np.arange(time)[:, None] / 10000.0 ** (np.arange(each // 2) / (each // 2))

    def turned(value):
        cos, sin = np.cos(angles).astype(np.float32), np.sin(angles).astype(np.float32)
        if not isinstance(value, np.ndarray):
            cos, sin = value.new_tensor(cos), value.new_tensor(sin)
        one, other = value[..., : each // 2], value[..., each // 2 :]
        pair = (one * cos - other * sin, one * sin + other * cos)
        return np.concatenate(pair, -1) if isinstance(value, np.ndarray) else joined(pair)

    return turned


def joined(tensors):
    import torch

    return torch.cat(tensors, -1)


def llama(tokens, w):
    """tokens: (batch, time). Returns logits: (batch, time, VOCABULARY)."""
    x = w["tokens"][tokens]
    inside = rms_normed(x, w["0.norm"])
    x = x + attention(inside, inside, w, "0", False, rotary(tokens.shape[1], WIDTH // HEADS))
    inside = rms_normed(x, w["0.mid"])
    gate = inside @ w["0.gate"]
    x = x + (gate / (1 + exp(-gate)) * (inside @ w["0.in"])) @ w["0.out"]
    return rms_normed(x, w["norm"]) @ w["head"]
