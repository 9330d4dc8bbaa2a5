"""Well-known wrong estimates of pass@k."""
from __future__ import annotations

import math

import numpy as np
from study_lab import mistake, wrong

wrong(
    "biased",
    "missed = np.prod(factors)", "missed = (1.0 - right / samples) ** k",
    "This is 1 - (1 - c/n)^k, which draws with putting back and is too low. The k samples are chosen among the n without putting back: "
    "1 - C(n-c, k) / C(n, k).",
)
wrong(
    "share",
    "missed = np.prod(factors)", "missed = 1.0 - right / samples",
    "This is c/n, the share of right samples, which is pass@1. With more tries the chance that one is right grows.",
)
wrong(
    "k-times",
    "missed = np.prod(factors)", "missed = max(0.0, 1.0 - k * right / samples)",
    "The share of right samples is multiplied by k. Chances of several tries do not add up, since more than one may be right.",
)
wrong(
    "missed",
    "found.append(1.0 - missed)", "found.append(missed)",
    "This is the chance that no sample is right. pass@k is one minus it.",
)
wrong(
    "all-right",
    "places = np.arange(failed + 1, samples + 1)", "places = np.arange(right + 1, samples + 1)",
    "found.append(1.0 - missed)", "found.append(missed)",
    "This is the chance that all k samples are right. pass@k asks whether at least one is.",
)
wrong(
    "one-factor-short",
    "np.arange(failed + 1, samples + 1)", "np.arange(failed + 1, samples)",
    "The product ends one factor early. It has c factors, for i from n - c + 1 to n.",
)
wrong(
    "one-place-early",
    "np.arange(failed + 1, samples + 1)", "np.arange(np.maximum(failed, 1), samples)",
    "The product goes from n - c to n - 1. It goes from n - c + 1 to n.",
)
wrong(
    "edge-is-zero",
    "found.append(1.0 - missed)", "found.append(1.0 - missed if failed >= k else 0.0)",
    "Where fewer than k samples are wrong the result is 0. Then every choice holds a right one, and it is 1.",
)
wrong(
    "solved-or-not",
    "found.append(1.0 - missed)", "found.append(float(right > 0))",
    "A problem counts as solved when any of its n samples is right. That is pass@n; k of them are drawn.",
)
wrong(
    "average-first",
    "for samples, right in zip(n, c):", "for samples, right in [(int(np.mean(n)), int(np.mean(c)))] * len(n):",
    "Samples and right ones are averaged over the problems first. Each problem has its own probability.",
)


@mistake("overflow", "The factorials overflow where n is large. Write the quotient of the binomials as a product of c factors below 1.")
def overflow(n, c, k):
    def choose(many, few):
        return np.prod(np.arange(many - few + 1.0, many + 1.0)) / np.prod(np.arange(1.0, few + 1.0)) if many >= few else 0.0

    return np.array([1.0 - choose(samples - right, k) / choose(samples, k) for samples, right in zip(n, c)])


@mistake("edge-fails", "Factorials of negative numbers are asked for where fewer than k samples are wrong. The result is 1 there.")
def edge_fails(n, c, k):
    def log_choose(many, few):
        return math.lgamma(many + 1) - math.lgamma(few + 1) - (math.lgamma(many - few + 1) if many >= few else math.inf)

    return np.array([
        1.0 - math.exp(log_choose(samples - right, k) - log_choose(samples, k)) if samples - right >= k else np.nan
        for samples, right in zip(n, c)
    ])
