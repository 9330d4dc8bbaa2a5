"""Well-known wrong predictions of the pass rate."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "log-of-mean",
    "missing = -logs.mean(axis=1)", "missing = -np.log(rates[:, kept].mean(axis=1))",
    "The logarithm of the mean pass rate is taken. The law has the mean of the logarithms, in which hard problems count most.",
)
wrong(
    "zeros-clipped",
    "kept = (rates > 0).all(axis=0)", "kept = np.ones(rates.shape[1], dtype=bool)\n    rates = np.maximum(rates, 1e-9)",
    "Pass rates of 0 are replaced by a small number, which then decides the mean. Problems that some model never solves are left out.",
)
wrong(
    "kept-if-any",
    "(rates > 0).all(axis=0)", "(rates > 0).any(axis=0)",
    "Problems are kept that some model solves. Only those that every model solves at least once are kept.",
)
wrong(
    "kept-by-the-largest",
    "(rates > 0).all(axis=0)", "(rates[np.argmax(compute)] > 0)",
    "Problems are kept that the largest model solves. Only those that every model solves at least once are kept.",
)
wrong(
    "each-model-its-own",
    "missing = -logs.mean(axis=1)", "missing = np.array([-np.log(row[row > 0]).mean() for row in rates])",
    "Each model is averaged over the problems that it solves itself, so that weak models have the easy ones. All models are compared on "
    "the same problems.",
)
wrong(
    "solved-problems-dropped",
    "(rates > 0).all(axis=0)", "((rates > 0) & (rates < 1)).all(axis=0)",
    "Problems that a model always solves are left out too. Their logarithm is 0, and they count.",
)
wrong(
    "sign-of-k",
    "k = -slope", "k = slope",
    "prediction = alpha * at**-k", "prediction = alpha * at**k",
    "k has the sign of the slope. The law is alpha C^-k, so k is minus the slope and above 0.",
)
wrong(
    "prediction-sign",
    "alpha * at**-k", "alpha * at**k",
    "The prediction is alpha C^k. It is alpha C^-k: with more compute less is missing.",
)
wrong(
    "alpha-is-a-logarithm",
    "alpha = np.exp(height)", "alpha = height",
    "Alpha is the height of the line, which is its logarithm. Take the exponential.",
)
wrong(
    "base-ten-alpha",
    "alpha = np.exp(height)", "alpha = 10.0**height",
    "The line was fitted to natural logarithms, and alpha is 10 to the height. Take the exponential.",
)
wrong(
    "base-ten-rates",
    "logs = np.log(rates[:, kept])", "logs = np.log10(rates[:, kept])",
    "The pass rates' logarithms have base 10. All logarithms are natural here.",
)
wrong(
    "exponential-law",
    "np.polyfit(np.log(compute), np.log(missing), 1)", "np.polyfit(compute, np.log(missing), 1)",
    "The line is fitted in C. The law is a power of C, so it is a line in log C.",
)
wrong(
    "line-in-log-c",
    "prediction = alpha * at**-k", "prediction = np.polyval(np.polyfit(np.log(compute), missing, 1), np.log(at))",
    "The prediction carries on a straight line of the left side in log C. The law is a power: the logarithm of the left side is a line.",
)
wrong(
    "median",
    "missing = -logs.mean(axis=1)", "missing = -np.median(logs, axis=1)",
    "The median over the problems is taken. The law has the mean, E_P.",
)
wrong(
    "mean-over-models",
    "slope, height = np.polyfit(np.log(compute), np.log(missing), 1)", "slope, height = np.polyfit(np.log(compute[[0, -1]]), np.log(missing[[0, -1]]), 1)",
    "The line goes through the first and the last model. Least squares use all of them.",
)
wrong(
    "returns-a-rate",
    "prediction = alpha * at**-k", "prediction = np.exp(-alpha * at**-k)",
    "The prediction is turned into a pass rate. The left side of the law itself is asked for.",
)
wrong(
    "divided-by-all",
    "-logs.mean(axis=1)", "-logs.sum(axis=1) / rates.shape[1]",
    "The sum over the kept problems is divided by the number of all. Problems that are left out are no part of the mean.",
)
wrong(
    "least-rate",
    "(rates > 0).all(axis=0)", "(rates > 0.05).all(axis=0)",
    "Problems with a low pass rate are left out. The report takes those that every model solves at least once (Section 3.2).",
)
