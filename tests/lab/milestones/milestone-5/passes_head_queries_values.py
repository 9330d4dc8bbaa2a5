"""Rank 4 at the output matrix, the queries and the values, trained."""
from adapted import handed, trained


def submission():
    return handed(trained("rank-4"))
