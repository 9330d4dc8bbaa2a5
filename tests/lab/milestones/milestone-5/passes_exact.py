"""The exchange itself, as a product of two matrices."""
import numpy as np
from adapted import BASE, exchanged, handed


def submission():
    left, values, right = np.linalg.svd(exchanged(BASE)["head"] - BASE["head"], full_matrices=False)
    return handed({"head": (right[:2], left[:, :2] * values[:2])}, alpha=2.0)
