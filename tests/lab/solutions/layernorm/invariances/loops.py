"""The three normalizations of a linear layer with explicit loops."""
import math

import numpy as np


def spread(values):
    """values: (n,). Returns mean and deviation."""
    mean = math.fsum(values) / len(values)
    return mean, math.sqrt(math.fsum((v - mean) ** 2 for v in values) / len(values))


def normalized_linear(x, weights, gain, bias, method):
    """x: (batch, inputs); weights: (units, inputs); gain, bias: (units,). Returns (batch, units)."""
    batch, units = len(x), len(weights)
    summed = [[math.fsum(p * q for p, q in zip(case, w)) for w in weights] for case in x]
    result = np.empty((batch, units))
    for n in range(batch):
        for i in range(units):
            if method == "batch":
                mean, deviation = spread([row[i] for row in summed])
            elif method == "layer":
                mean, deviation = spread(summed[n])
            else:
                mean, deviation = 0.0, math.sqrt(math.fsum(v * v for v in weights[i]))
            result[n, i] = gain[i] / deviation * (summed[n][i] - mean) + bias[i]
    return result
