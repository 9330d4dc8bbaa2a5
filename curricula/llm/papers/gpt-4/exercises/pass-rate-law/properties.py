"""Fresh inputs and laws for the prediction of the pass rate."""
from __future__ import annotations

import numpy as np


def inputs(rng, models, problems, at=1.0, unsolved=0, solved=0):
    """Arguments near the law: problems of different difficulty, `unsolved` that the weakest never solves, one of them nobody."""
    compute = np.logspace(-6, -3, models)
    difficulty = rng.uniform(0.3, 1.8, size=problems)
    k = rng.uniform(0.05, 0.15)
    rates = np.exp(-difficulty * 0.6 * compute[:, None] ** -k * rng.uniform(0.9, 1.1, size=(models, problems)))
    rates[0, :unsolved] = 0.0
    rates[:, : min(unsolved, 1)] = 0.0
    rates[-1, problems - solved :] = 1.0
    order = rng.permutation(models)
    return {"compute": compute[order], "rates": rates[order], "at": at}


def cases(rng):
    """Yields (label, arguments): compute (models,), rates (models, problems), at."""
    yield "five models, all problems solved", inputs(rng, 5, 7)
    yield "some problems unsolved", inputs(rng, 4, 9, unsolved=3)
    yield "some always solved", inputs(rng, 6, 8, at=0.1, unsolved=2, solved=2)
    given = inputs(rng, 4, 6)
    # The largest model fails where a smaller one was lucky, and so does one in between.
    given["rates"][np.argmax(given["compute"]), 1] = 0.0
    given["rates"][np.argsort(given["compute"])[1], 3] = 0.0
    yield "larger models fail once", given
    yield "in other units of compute", inputs(rng, 5, 6, at=30.0, unsolved=1)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (compute, rates, at) -> dict."""
    compute = np.array([1e-5, 1e-4, 1e-3])
    exact = np.exp(-0.4 * compute[:, None] ** -0.12 * np.array([[0.5, 1.0, 1.5]]))
    result = solve(compute, exact, 1.0)
    if not isinstance(result, dict) or set(result) != {"kept", "alpha", "k", "prediction"}:
        yield "The result is a dict with the keys kept, alpha, k and prediction."
        return
    if np.shape(result["kept"]) != (3,):
        yield f"kept has shape {np.shape(result['kept'])}; it has one bool for each problem, (3,)."
        return
    zero = np.hstack([exact, [[0.0], [0.2], [0.3]]])
    more = solve(compute, zero, 1.0)
    if list(np.asarray(more["kept"]).astype(bool)) != [True, True, True, False]:
        yield "A problem that one of the models never solves must be left out, and only that one."
        return
    low = np.asarray(solve(compute, np.hstack([exact, [[0.001], [0.002], [0.01]]]), 1.0)["kept"]).astype(bool)
    if not low.all():
        yield "A problem that every model solves, though in a thousandth of the samples, was left out. Any rate above 0 counts."
        return
    for name, right in (("k", 0.12), ("alpha", 0.4), ("prediction", 0.4)):
        if not np.isclose(float(result[name]), right, rtol=1e-3):
            yield f"Data that follow the law with alpha 0.4 and k 0.12 give {name} {float(result[name]):.4g}; at compute 1 it is {right}."
            return
    if not np.isclose(float(more["k"]), 0.12, rtol=1e-3):
        yield "A problem that is left out changed k."
    elif not np.isclose(float(more["alpha"]), float(result["alpha"]), rtol=1e-3):
        yield "A problem that is left out changed alpha. The mean is over the problems that count."
