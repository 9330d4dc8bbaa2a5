"""The start of an adapter with standard_normal, drawn flat."""
import numpy as np


def initialize(out, width_in, r, sigma, rng):
    """Returns (a, b)."""
    return (sigma * rng.standard_normal(r * width_in)).reshape(r, width_in), np.zeros(shape=(out, r))
