"""Rank 2 at the output matrix, trained; the runs of rank 1 and 4 beside."""
from adapted import handed, trained


def submission():
    two = trained("rank-2")
    return handed(two, runs={1: trained("rank-1"), 2: two})
