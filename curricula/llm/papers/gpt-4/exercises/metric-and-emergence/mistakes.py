"""Well-known wrong metrics."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "product-forgotten",
    "np.asarray(token_accuracy, dtype=np.float64) ** length", "np.asarray(token_accuracy, dtype=np.float64) ** 1",
    "The exact match is the accuracy of a single token. All tokens must be right: p to the power of the length.",
)
wrong(
    "any-token",
    "np.asarray(token_accuracy, dtype=np.float64) ** length", "1.0 - (1.0 - np.asarray(token_accuracy, dtype=np.float64)) ** length",
    "This is the chance that at least one token is right. All of them must be.",
)
wrong(
    "times-length",
    "np.asarray(token_accuracy, dtype=np.float64) ** length", "np.asarray(token_accuracy, dtype=np.float64) * length",
    "The accuracy is multiplied by the length, which counts right tokens. The chance that all are right is p to the power of the length.",
)
wrong(
    "log-probability",
    "np.asarray(token_accuracy, dtype=np.float64) ** length", "length * np.log(np.asarray(token_accuracy, dtype=np.float64))",
    "The exact match is given as a logarithm. It is the probability itself.",
)
wrong(
    "one-token-short",
    "np.asarray(token_accuracy, dtype=np.float64) ** length", "np.asarray(token_accuracy, dtype=np.float64) ** (length - 1)",
    "One token is left out of the product. An answer has `length` tokens.",
)
wrong(
    "edit-of-exact",
    "edit = length * (1.0 - token_accuracy)", "edit = length * (1.0 - exact)",
    "The distance is computed from the exact match. It counts wrong tokens: the length times 1 - p.",
)
wrong(
    "edit-share",
    "edit = length * (1.0 - token_accuracy)", "edit = 1.0 - token_accuracy",
    "The distance is the share of wrong tokens. It is their expected number.",
)
wrong(
    "counts-right",
    "edit = length * (1.0 - token_accuracy)", "edit = length * token_accuracy",
    "The right tokens are counted. The distance is the expected number of wrong ones.",
)
wrong(
    "step-itself",
    "steepness = steps.max() / rise", "steepness = steps.max()",
    "The steepness is the largest step itself. It is that step's share of the whole rise.",
)
wrong(
    "last-step",
    "steepness = steps.max() / rise", "steepness = steps[-1] / rise",
    "The last step is taken. It is the largest one, wherever it is.",
)
wrong(
    "mean-step",
    "steepness = steps.max() / rise", "steepness = steps.mean() / rise",
    "The mean step is taken. It is the largest one.",
)
wrong(
    "of-the-last",
    "rise = exact[-1] - exact[0]", "rise = exact[-1]",
    "The step is divided by the last value. The whole rise is the last value minus the first.",
)
wrong(
    "steps-of-tokens",
    "steps = np.diff(exact)", "steps = np.diff(token_accuracy)",
    "rise = exact[-1] - exact[0]", "rise = token_accuracy[-1] - token_accuracy[0]",
    "The steepness is that of the accuracy of tokens. It is that of the exact match.",
)
