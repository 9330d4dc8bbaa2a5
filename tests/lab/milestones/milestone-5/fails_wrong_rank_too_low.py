"""Says: The exchange has rank 2 at the output; this adapter has rank 1. Trained with rank 1."""
from adapted import handed, trained


def submission():
    return handed(trained("rank-1"))
