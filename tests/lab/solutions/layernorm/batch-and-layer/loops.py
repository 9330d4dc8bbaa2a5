"""Batch and layer statistics with explicit loops over the vectors that are averaged."""
import math

import numpy as np


def spread(vector):
    """vector: (n,). Returns its mean and its deviation around the mean."""
    mean = sum(vector) / len(vector)
    return mean, math.sqrt(sum((v - mean) ** 2 for v in vector) / len(vector))


def normalization_statistics(a, epsilon=1e-5):
    """a: (batch, time, units). Returns a dict of means, deviations and normalized inputs."""
    batch, time, units = a.shape
    out = {
        "batch_mean": np.empty((time, units)), "batch_deviation": np.empty((time, units)),
        "layer_mean": np.empty((batch, time)), "layer_deviation": np.empty((batch, time)),
        "batch_normalized": np.empty(a.shape), "layer_normalized": np.empty(a.shape),
    }
    for t in range(time):
        for i in range(units):
            mean, deviation = spread(a[:, t, i])
            out["batch_mean"][t, i], out["batch_deviation"][t, i] = mean, deviation
            for n in range(batch):
                out["batch_normalized"][n, t, i] = (a[n, t, i] - mean) / math.sqrt(deviation**2 + epsilon)
        for n in range(batch):
            mean, deviation = spread(a[n, t])
            out["layer_mean"][n, t], out["layer_deviation"][n, t] = mean, deviation
            for i in range(units):
                out["layer_normalized"][n, t, i] = (a[n, t, i] - mean) / math.sqrt(deviation**2 + epsilon)
    return out
