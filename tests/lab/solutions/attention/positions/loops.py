"""Sinusoidal positions entry by entry."""
import math

import numpy as np


def positional_encoding(length, d_model):
    """Returns (length, d_model)."""
    result = np.empty((length, d_model))
    for position in range(length):
        for i in range(d_model // 2):
            angle = position / math.pow(10000, 2 * i / d_model)
            result[position, 2 * i] = math.sin(angle)
            result[position, 2 * i + 1] = math.cos(angle)
    return result
