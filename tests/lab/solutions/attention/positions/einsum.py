"""Sinusoidal positions as the imaginary and real parts of powers of one complex number a pair."""
import numpy as np


def positional_encoding(length, d_model):
    """Returns (length, d_model)."""
    turns = np.exp(1j * 10000.0 ** (-np.arange(0, d_model, 2) / d_model))
    waves = turns[None] ** np.arange(length)[:, None]
    return np.stack([waves.imag, waves.real], axis=-1).reshape(length, d_model)
