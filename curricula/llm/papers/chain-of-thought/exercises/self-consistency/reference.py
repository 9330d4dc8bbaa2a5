"""The answers of several sampled chains, put to the vote (Wang et al. 2022, Section 2)."""
from __future__ import annotations

import numpy as np


def vote(answers: list[str], logps: np.ndarray) -> dict[str, str | float]:
    """answers: n strings; logps: (n,). Returns majority, share, weighted and likeliest."""
    # With the largest at 0 not all exponentials can become 0.
    votes = [(answer, logp) for answer, logp in zip(answers, logps) if answer != ""]
    top = max((logp for _, logp in votes), default=0.0)
    counts, weights, best = {}, {}, {}
    for answer, logp in votes:
        counts[answer] = counts.get(answer, 0) + 1
        weights[answer] = weights.get(answer, 0.0) + np.exp(logp - top)
        best[answer] = max(best.get(answer, -np.inf), logp)
    # max returns the first of equals, and a dict keeps the order in which its keys came.
    majority = max(counts, key=counts.get, default="")
    share = counts.get(majority, 0) / len(answers)
    weighted = max(weights, key=weights.get, default="")
    likeliest = max(best, key=best.get, default="")
    return {"majority": majority, "share": share, "weighted": weighted, "likeliest": likeliest}
