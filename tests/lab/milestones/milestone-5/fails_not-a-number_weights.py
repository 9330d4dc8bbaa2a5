"""Says: holds a value that is not finite. A weight of the base is NaN."""
import numpy as np
from adapted import BASE, handed, trained


def submission():
    return handed(trained("rank-2"), base={**BASE, "norm": np.full(32, np.nan)})
