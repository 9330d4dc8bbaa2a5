"""Sinusoidal positions (Section 3.5)."""
from __future__ import annotations

import numpy as np


def positional_encoding(length: int, d_model: int) -> np.ndarray:
    """Returns (length, d_model)."""
    positions = np.arange(length, dtype=np.float64)[:, None]
    even = np.arange(0, d_model, 2)  # 2i, the even features
    angle = positions / 10000.0 ** (even / d_model)
    encoding = np.empty((length, d_model))
    encoding[:, 0::2] = np.sin(angle)
    encoding[:, 1::2] = np.cos(angle)
    return encoding
