"""Says: they are merged as W + alpha / r · B A, so train them so. Trained as if the scale were alpha."""
from adapted import handed, trained


def submission():
    return handed({name: (a, b / 2) for name, (a, b) in trained("rank-2").items()})
