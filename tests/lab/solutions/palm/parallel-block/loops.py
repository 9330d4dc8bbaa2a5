"""PaLM's parallel block, position by position, with rotations as products of complex numbers."""
import cmath
import math

import numpy as np


def turn(vector, t, theta):
    """vector: (size,). Returns it turned by its position."""
    size, out = len(vector), []
    for i in range(size // 2):
        z = complex(vector[2 * i], vector[2 * i + 1]) * cmath.exp(1j * t * theta ** (-2 * i / size))
        out += [z.real, z.imag]
    return np.array(out)


def block(x, weights, heads, theta):
    """x: (batch, time, width). Returns the same shape."""
    y = np.zeros(x.shape)
    for n, rows in enumerate(x):
        normal, keys, values = [], [], []
        for t, row in enumerate(rows):
            mean = sum(row) / len(row)
            deviation = math.sqrt(sum((value - mean) ** 2 for value in row) / len(row) + 1e-5)
            normal.append(weights["gain"] * (row - mean) / deviation)
            keys.append(turn(normal[t] @ weights["key"], t, theta))
            values.append(normal[t] @ weights["value"])
            results = []
            for query in np.split(normal[t] @ weights["query"], heads):
                turned = turn(query, t, theta)
                scores = [turned @ key / math.sqrt(len(key)) for key in keys]
                exponentials = [math.exp(score - max(scores)) for score in scores]
                results.append(sum(e * value for e, value in zip(exponentials, values)) / sum(exponentials))
            gate = normal[t] @ weights["gate"]
            inner = np.array([g / (1 + math.exp(-g)) for g in gate]) * (normal[t] @ weights["up"])
            y[n, t] = row + np.concatenate(results) @ weights["output"] + inner @ weights["down"]
    return y
