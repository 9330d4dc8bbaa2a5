"""Rotary position embeddings (Section 2.2; Su et al. 2021)."""
from __future__ import annotations

import numpy as np


def rope(x: np.ndarray, positions: np.ndarray, theta: float, pairing: str) -> np.ndarray:
    """x: (batch, heads, time, size); positions: (time,). Returns the shape of x."""
    size = x.shape[-1]
    neighbours = pairing == "neighbours"
    pairs = np.arange(size // 2)
    frequencies = theta ** (-2.0 * pairs / size)
    angles = positions[:, None] * frequencies
    cosine, sine = np.cos(angles), np.sin(angles)
    first = x[..., 0::2] if neighbours else x[..., : size // 2]
    second = x[..., 1::2] if neighbours else x[..., size // 2 :]
    turned_first = first * cosine - second * sine
    turned_second = first * sine + second * cosine
    turned = np.stack([turned_first, turned_second], axis=-1 if neighbours else -2)
    return turned.reshape(x.shape)
