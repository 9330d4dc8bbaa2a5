from __future__ import annotations

import numpy as np


def curves(correct: list[bool], answers: list[str], ks: list[int]) -> dict[str, np.ndarray]:
    """The exact means over all subsets of k of the n samples of one problem.

    correct: n booleans. answers: n strings. ks: whole numbers from 1 to n.
    Returns {"pass": (len(ks),), "majority": (len(ks),)}.
    """
    # TODO: the subsets without a right answer
    # TODO: the vote of every subset, ties shared out
    raise NotImplementedError("curves: pass and majority over k")
