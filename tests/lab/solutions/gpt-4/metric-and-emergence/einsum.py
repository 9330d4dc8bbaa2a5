"""Metrics of emergence by way of logarithms, and the steps of the normalized curve."""
import numpy as np


def metrics(token_accuracy, length):
    """token_accuracy: (models,). Returns exact and edit (models,), and steepness."""
    exact = np.exp(np.einsum("m,l->m", np.log(token_accuracy), np.ones(length)))
    unit = (exact - exact[0]) / (exact[-1] - exact[0])
    return {"exact": exact, "edit": length - length * token_accuracy, "steepness": np.max(unit[1:] - unit[:-1])}
