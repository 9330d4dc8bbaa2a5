"""Sinusoidal positions (Section 3.5)."""
from __future__ import annotations

import numpy as np


def angles(length: int, d_model: int) -> np.ndarray:
    """Returns (length, d_model / 2): pos / 10000^(2i / d_model)."""
    positions = np.arange(length, dtype=np.float64)[:, None]
    even = np.arange(0, d_model, 2)  # 2i, the even features
    return positions / 10000.0 ** (even / d_model)


def interleave(sines: np.ndarray, cosines: np.ndarray) -> np.ndarray:
    """sines, cosines: (length, d_model / 2). Returns (length, d_model), a sine and a cosine in turn."""
    length, pairs = sines.shape
    encoding = np.empty((length, 2 * pairs))
    encoding[:, 0::2] = sines
    encoding[:, 1::2] = cosines
    return encoding


def positional_encoding(length: int, d_model: int) -> np.ndarray:
    """Returns (length, d_model)."""
    angle = angles(length, d_model)
    return interleave(np.sin(angle), np.cos(angle))
