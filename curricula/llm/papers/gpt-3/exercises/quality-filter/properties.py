"""Documents with fresh scores, shares of what is kept, and laws of the filter."""
from __future__ import annotations

import numpy as np

# Shares of 10,000 documents and of 5,000 pairs: two of them differ by less than 0.06 at six deviations, 6 * sqrt(2 * 0.25 / 5000).
EACH, CALLS = 500, 20


def cases(rng):
    """Yields (label, arguments): scores (documents,), alpha, rng."""
    for alpha, levels in ((9.0, (0.995, 0.95, 0.9, 0.3)), (2.0, (0.8, 0.45, 0.1)), (1.0, (0.9, 0.5, 0.05))):
        moved = np.array(levels) + rng.uniform(-0.005, 0.005, size=len(levels))
        yield f"alpha = {alpha:g}", {"scores": moved, "alpha": alpha, "rng": np.random.default_rng(int(rng.integers(2**32)))}


def observe(solve, arguments):
    """Of EACH documents with each score: the shape, the share kept, and how often two neighbours of a score are both kept."""
    scores, alpha, rng = arguments.values()
    kept = []
    for _ in range(CALLS):
        got = np.asarray(solve(np.repeat(scores, EACH), alpha, rng))
        if got.shape != (len(scores) * EACH,):
            return {"shape": str(got.shape), "kept": np.zeros(len(scores)), "both": np.zeros(len(scores))}
        kept.append(got.astype(bool).reshape(len(scores), EACH))
    kept = np.concatenate(kept, axis=1)
    return {"shape": "", "kept": kept.mean(axis=1), "both": (kept[:, 1::2] & kept[:, ::2]).mean(axis=1)}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (scores, alpha, rng) -> bools (documents,)."""
    def run(score, alpha, seed, count=2000):
        return np.asarray(solve(np.full(count, score), alpha, np.random.default_rng(seed)))

    first = run(0.9, 9.0, 3)
    if first.shape != (2000,) or not np.isin(first, (0, 1)).all():
        yield f"For 2000 documents the result has shape {first.shape} and type {first.dtype}; (2000,) bools are right."
        return
    if not np.array_equal(first, run(0.9, 9.0, 3)):
        yield "The same rng kept other documents: take all randomness from rng."
        return
    if np.array_equal(first, run(0.9, 9.0, 4)):
        yield "Another rng kept the same documents: they are kept by chance, and each has a draw of its own."
        return
    if not run(1.0, 9.0, 5).all():
        yield "A document with the score 1 is always kept."
    shares = [float(run(score, 9.0, 6).mean()) for score in (0.2, 0.9, 0.98)]
    if not shares[0] < shares[1] < shares[2]:
        yield f"Of scores 0.2, 0.9 and 0.98 the shares {shares} were kept: a better score must be kept more often."
        return
    for score, alpha in ((0.9, 9.0), (0.5, 2.0), (0.3, 1.0)):
        share, right = float(run(score, alpha, 7, count=6000).mean()), (2 - score) ** -alpha
        if abs(share - right) > 0.04:
            yield f"With α = {alpha:g} documents with the score {score:g} were kept at a share of {share:.2f}; {2 - score:g}^-{alpha:g} = {right:.2f} is right."
            return
    mixed = np.asarray(solve(np.tile([0.9, 0.2], 6000), 2.0, np.random.default_rng(8)))[::2].mean()
    if abs(mixed - 1.1**-2) > 0.04:
        yield f"Beside documents with the score 0.2 those with 0.9 were kept at a share of {mixed:.2f}; {1.1**-2:.2f} is right, as without them."
