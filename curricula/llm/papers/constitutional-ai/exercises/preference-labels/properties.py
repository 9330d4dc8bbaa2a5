"""Fresh inputs and laws for preference labels."""
from __future__ import annotations

import numpy as np


def draws(rng, comparisons, chains, spread=0.6):
    """Log probabilities (comparisons, chains, 2), which do not add up to a probability of 1."""
    middle = -rng.uniform(0.8, 3.0, size=(comparisons, chains, 1))
    half = np.clip(spread * rng.normal(size=(comparisons, chains, 1)), -0.7, 0.7)
    return middle + half * np.array([1.0, -1.0])


def cases(rng):
    """Yields (label, arguments): logps (comparisons, chains, 2), mode."""
    for mode in ("soft", "chain", "average"):
        logps = draws(rng, 8, 3)
        # Sure of (A), sure of (B), and unsure within the clamp.
        logps[0, 0], logps[1, 0], logps[2, 0] = [-0.9, -2.1], [-2.0, -0.8], [-1.1, -1.3]
        # An average beyond the clamp, from both sides.
        logps[3], logps[4] = [[-0.8, -2.2]] * 3, [[-2.4, -0.9]] * 3
        yield f"{mode}, three chains", {"logps": logps, "mode": mode}
    yield "average, five chains of a decided model", {"logps": 4 * draws(rng, 4, 5, spread=3.0), "mode": "average"}
    yield "average, seven chains", {"logps": draws(rng, 5, 7, spread=0.9), "mode": "average"}
    low = np.round(8 * draws(rng, 4, 2)) / 8
    low[1::2] -= 2000.0
    yield "soft, log probabilities of -2000 beside others", {"logps": low, "mode": "soft"}
    for mode in ("soft", "chain", "average"):
        low = np.round(8 * draws(rng, 4, 2)) / 8 - 2000.0
        yield f"{mode}, log probabilities of -2000", {"logps": low, "mode": mode}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (logps, mode) -> (comparisons,)."""
    logps = draws(rng, 5, 3, spread=1.0)
    for mode in ("soft", "chain", "average"):
        found = np.asarray(solve(logps, mode))
        if found.shape != (5,):
            yield f"In mode {mode!r} the result has shape {found.shape}; one label for each comparison, (5,), is right."
            return
        raised = np.asarray(solve(logps + 0.5, mode))
        if not np.allclose(raised, found, atol=1e-5):
            yield (
                f"In mode {mode!r} the labels changed when both log probabilities grew by the same amount. Only their difference "
                "counts once they are normalized."
            )
            return
        turned = np.asarray(solve(logps[..., ::-1].copy(), mode))
        if not np.allclose(turned, 1 - found, atol=1e-5):
            yield f"In mode {mode!r} exchanging (A) and (B) does not turn a label p into 1 - p."
            return
    plain = float(np.asarray(solve(np.array([[[-1.0, -2.0]] * 2]), "soft"))[0])
    if not np.isclose(plain, 1 / (1 + np.exp(-1.0)), atol=1e-5):
        yield f"With the log probabilities -1 and -2 the label is 1 / (1 + 1/e) = 0.7311; yours is {plain:.4g}."
        return
    others = logps.copy()
    others[:, 1:] = others[:, 1:, ::-1]
    for mode in ("soft", "chain"):
        if not np.allclose(np.asarray(solve(others, mode)), np.asarray(solve(logps, mode)), atol=1e-5):
            yield f"In mode {mode!r} the labels changed with later entries of the axis of chains. The first one alone counts there."
            return
    one = logps[:, :1]
    sure = np.array([[[-0.1, -4.0]]])
    if np.asarray(solve(sure, "soft"))[0] < 0.5:
        yield "(A) is far likelier than (B), and its label is below one half."
        return
    clamped = np.asarray(solve(sure, "chain"))[0]
    if not np.isclose(clamped, 0.6, atol=1e-5):
        yield f"A sure answer after a chain of thought is clamped to 0.6; yours is {clamped:.4g}."
    if not np.allclose(np.asarray(solve(one, "average")), np.asarray(solve(one, "soft")), atol=1e-5):
        yield "With a single chain the average is not that chain's probability."
    with np.errstate(all="ignore"):
        low = np.asarray(solve(np.round(8 * logps) / 8 - 2000.0, "soft"))
    if not np.isfinite(low).all():
        yield "Log probabilities of -2000 gave infinity or NaN: subtract the larger of the two first."
