"""Rank 4 at the output matrix and the values, trained."""
from adapted import handed, trained


def submission():
    return handed(trained("rank-4"))
