"""Attention with a cache by complex numbers and einsum."""
import numpy as np


def attend_cached(q, k, v, cache, theta):
    """q, k, v: (batch, heads, new, size). Returns (output, cache)."""
    new, size, past = q.shape[2], q.shape[3], cache.shape[3]
    half = size // 2
    turns = np.exp(1j * np.outer(np.arange(past, past + new), theta ** (-np.arange(half) / half)))

    def turned(x):
        z = (x[..., :half] + 1j * x[..., half:]) * turns
        return np.concatenate([z.real, z.imag], axis=-1)

    grown = np.concatenate([cache, np.stack([turned(k), v])], axis=3)
    scores = np.einsum("bhqs,bhks->bhqk", turned(q), grown[0]) * size**-0.5
    scores += np.triu(np.full((new, past + new), -np.inf), k=past + 1)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.einsum("bhqk,bhks->bhqs", weights, grown[1]) / np.einsum("bhqk->bhq", weights)[..., None], grown
