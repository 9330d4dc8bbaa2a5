"""Discontinuous improvements: the prediction as a fixed mixture of the two smaller scores."""
import numpy as np


def discontinuity(parameters, scores):
    """parameters: (3,); scores: (tasks, 3). Returns predicted, excess and flag (tasks,)."""
    x = np.log2(parameters)
    share = (x[2] - x[0]) / (x[1] - x[0])
    predicted = np.einsum("tm,m->t", scores[:, :2], np.array([1 - share, share]))
    excess = scores[:, 2] - predicted
    return {"predicted": predicted, "excess": excess, "flag": excess > 10}
