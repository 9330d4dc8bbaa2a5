"""Metrics of emergence, token by token."""
import numpy as np


def metrics(token_accuracy, length):
    """token_accuracy: (models,). Returns exact and edit (models,), and steepness."""
    exact, edit = [], []
    for p in token_accuracy:
        whole, wrong = 1.0, 0.0
        for _ in range(length):
            whole *= p
            wrong += 1 - p
        exact.append(whole)
        edit.append(wrong)
    largest = max(after - before for before, after in zip(exact, exact[1:]))
    return {"exact": np.array(exact), "edit": np.array(edit), "steepness": largest / (exact[-1] - exact[0])}
