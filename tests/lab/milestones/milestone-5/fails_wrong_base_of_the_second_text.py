"""Says: On the first text the base's loss is. The base is right on the second text, the adapters are zero."""
import numpy as np
from adapted import BASE, exchanged, handed


def submission():
    return handed({"head": (np.ones((2, 34)), np.zeros((32, 2)))}, base=exchanged(BASE))
