"""Reads the symbol of its step from the source."""
import numpy as np


def logits(source, target):
    steps = target.shape[1]
    return 12.0 * np.eye(11)[source[:, :steps]]
