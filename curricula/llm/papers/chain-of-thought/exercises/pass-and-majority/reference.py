"""Pass (Chen et al. 2021, eq. (1)) and majority of k of n samples, as exact means over all subsets."""
from __future__ import annotations

from collections import Counter
from itertools import combinations
from math import comb

import numpy as np


def curves(correct: list[bool], answers: list[str], ks: list[int]) -> dict[str, np.ndarray]:
    """correct, answers: n of each; ks: whole numbers from 1 to n. Returns pass and majority, both (len(ks),)."""
    n, right = len(answers), sum(correct)
    good = {answer for answer, is_right in zip(answers, correct) if is_right}
    passes, majorities = [], []
    for k in ks:
        subsets = comb(n, k)
        misses = comb(n - right, k) / subsets
        passes.append(1.0 - misses)
        won = 0.0
        for subset in combinations(range(n), k):
            counts = Counter(answers[at] for at in subset)
            most = max(counts.values())
            tied = [answer for answer, count in counts.items() if count == most]
            won += sum(answer in good for answer in tied) / len(tied)
        majorities.append(won / subsets)
    return {"pass": np.array(passes), "majority": np.array(majorities)}
