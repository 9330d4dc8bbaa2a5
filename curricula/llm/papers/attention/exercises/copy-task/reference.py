"""A head that copies, built by hand (Sections 3.2.1 and 3.5)."""
from __future__ import annotations

import numpy as np

# The keys next in likeness are those a wavelength away. With 4 features they are less alike by 0.04 only, so this must be large.
SHARPNESS = 4000.0


def frequencies(d_position: int) -> np.ndarray:
    """Returns (d_position / 2,)."""
    return 10000.0 ** (-np.arange(0, d_position, 2) / d_position)


def turn_back(angles: np.ndarray) -> np.ndarray:
    """angles: (pairs,). Returns the matrix (2 * pairs, 2 * pairs) that takes PE, a row, to PE with each pair turned back."""
    matrix = np.zeros((2 * len(angles), 2 * len(angles)))
    for pair, angle in enumerate(angles):
        sine, cosine = 2 * pair, 2 * pair + 1
        # sin(a - b) = sin a cos b - cos a sin b
        matrix[sine, sine], matrix[cosine, sine] = np.cos(angle), -np.sin(angle)
        # cos(a - b) = cos a cos b + sin a sin b
        matrix[sine, cosine], matrix[cosine, cosine] = np.sin(angle), np.cos(angle)
    return matrix


def copy_head(vocabulary: int, d_position: int, shift: int) -> dict[str, np.ndarray]:
    """Returns w_q and w_k (vocabulary + d_position, d_position), w_v (vocabulary + d_position, vocabulary)."""
    token, position = np.arange(vocabulary), vocabulary + np.arange(d_position)
    w_q, w_k = np.zeros((2, vocabulary + d_position, d_position))
    w_v = np.zeros((vocabulary + d_position, vocabulary))
    w_q[position] = SHARPNESS * turn_back(frequencies(d_position) * shift)
    w_k[position] = np.eye(d_position)
    w_v[token] = np.eye(vocabulary)
    return {"w_q": w_q, "w_k": w_k, "w_v": w_v}
