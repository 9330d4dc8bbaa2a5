"""Says: b must be (32, r) and a (r, 34). A and B in each other's place."""
from adapted import handed, trained


def submission():
    return handed({name: (b, a) for name, (a, b) in trained("rank-2").items()}, alpha=4.0)
