"""Discontinuous improvements, task by task, with the line's ratio of steps."""
import math

import numpy as np


def discontinuity(parameters, scores):
    """parameters: (3,); scores: (tasks, 3). Returns predicted, excess and flag (tasks,)."""
    small, middle, large = (math.log10(size) for size in parameters)
    ratio = (large - small) / (middle - small)
    predicted = [low + (mid - low) * ratio for low, mid, _ in scores]
    excess = [row[2] - expected for row, expected in zip(scores, predicted)]
    return {"predicted": np.array(predicted), "excess": np.array(excess), "flag": np.array([one > 10 for one in excess])}
