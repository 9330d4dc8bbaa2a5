"""Batch and layer statistics from first and second moments, with einsum."""
import numpy as np


def normalization_statistics(a, epsilon=1e-5):
    """a: (batch, time, units). Returns a dict of means, deviations and normalized inputs."""
    batch, _, units = a.shape
    out = {}
    for prefix, shape, count, expand in (("batch", "ti", batch, (0,)), ("layer", "nt", units, (2,))):
        mean = np.einsum(f"nti->{shape}", a) / count
        second = np.einsum(f"nti,nti->{shape}", a, a) / count
        # A variance from moments can end below 0 by rounding when all values are equal.
        variance = np.maximum(second - mean * mean, 0.0)
        scale = np.expand_dims(1.0 / np.sqrt(variance + epsilon), expand)
        out[f"{prefix}_mean"], out[f"{prefix}_deviation"] = mean, np.sqrt(variance)
        out[f"{prefix}_normalized"] = (a - np.expand_dims(mean, expand)) * scale
    return out
