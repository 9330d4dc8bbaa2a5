from __future__ import annotations

import numpy as np


def vote(answers: list[str], logps: np.ndarray) -> dict[str, str | float]:
    """The answers of several sampled chains, put to the vote (Wang et al. 2022).

    answers: n strings, "" where a chain has no answer. logps: (n,), log probabilities of the chains.
    Returns {"majority": an answer, "share": a number, "weighted": an answer, "likeliest": an answer}.
    """
    # TODO: count the answers, and add up their chains' probabilities
    # TODO: the winners
    raise NotImplementedError("vote: majority, share, weighted and likeliest")
