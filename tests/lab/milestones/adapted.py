"""Submissions of milestone 5 on the trained model of milestone 2."""
import os

import numpy as np
from transformer import kept, language_model

HERE = os.path.dirname(os.path.abspath(__file__))
BASE = kept(os.path.join(HERE, "milestone-2", "trained.npz"))


def logits(tokens, weights):
    return language_model(tokens, weights)


def trained(run):
    """The adapters that train.py kept: {name: (a, b)}."""
    found = kept(os.path.join(HERE, "milestone-5", run + ".npz"))
    return {name[:-2]: (found[name], found[name[:-2] + ".b"]) for name in found if name.endswith(".a")}


def handed(adapters, base=BASE, alpha=None, logits=logits, **more):
    """alpha: the double of the rank, with which they were trained, where it is not said."""
    rank = next(iter(adapters.values()))[1].shape[1]
    return {"base": base, "adapters": adapters, "alpha": 2.0 * rank if alpha is None else alpha, "logits": logits, **more}


def exchanged(weights):
    """The weights with the columns of the answers exchanged in the output matrix: what the adapters should come to."""
    order = np.arange(weights["head"].shape[1])
    order[:4] = 1, 0, 3, 2
    return {**weights, "head": weights["head"][:, order]}
