"""Subsets as a table of 0 and 1, votes by its product with the answers one-hot."""
from itertools import combinations

import numpy as np


def curves(correct, answers, ks):
    names = sorted(set(answers))
    table = np.array([[answer == name for name in names] for answer in answers], dtype=float)
    good = np.array([any(right for answer, right in zip(answers, correct) if answer == name) for name in names])
    passes, majorities = [], []
    for k in ks:
        chosen = np.array([np.isin(np.arange(len(answers)), subset) for subset in combinations(range(len(answers)), k)], dtype=float)
        votes = np.einsum("sn,na->sa", chosen, table)
        top = votes == votes.max(axis=1, keepdims=True)
        passes.append((np.einsum("sa,a->s", votes, good.astype(float)) > 0).mean())
        majorities.append(((top & good).sum(axis=1) / top.sum(axis=1)).mean())
    return {"pass": np.array(passes), "majority": np.array(majorities)}
