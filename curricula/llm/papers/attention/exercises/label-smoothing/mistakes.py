"""Well-known wrong ways to smooth labels."""
from __future__ import annotations

import numpy as np
from reference import label_smoothing_loss, log_softmax, mean_of_real, smoothed
from study_lab import mistake


def with_targets(logits, targets, distributions, padding):
    """distributions: (batch, tokens, vocabulary). The mean cross-entropy with them."""
    return mean_of_real(-(distributions * log_softmax(logits)).sum(axis=-1), targets, padding)


def one_hot(logits, targets):
    """Returns (batch, tokens, vocabulary)."""
    return np.eye(logits.shape[-1])[targets]


@mistake(
    "not-smoothed",
    "Epsilon is not used; this is the plain cross-entropy. A share epsilon of each target belongs to the uniform "
    "distribution (Section 5.4).",
)
def not_smoothed(logits, targets, epsilon=0.1, padding=0):
    return label_smoothing_loss(logits, targets, 0.0, padding)


@mistake(
    "spread-over-others",
    "Epsilon is spread over the K - 1 wrong tokens only. Some code does that, but the cited method mixes with the uniform "
    "distribution over all K tokens, so the right one has 1 - epsilon + epsilon / K (Section 5.4).",
)
def spread_over_others(logits, targets, epsilon=0.1, padding=0):
    hot = one_hot(logits, targets)
    return with_targets(logits, targets, (1 - epsilon) * hot + epsilon / (logits.shape[-1] - 1) * (1 - hot), padding)


@mistake(
    "spread-without-padding",
    "Epsilon is spread over the K - 2 tokens that are neither right nor padding. Some code does that; here the uniform "
    "distribution is over all K tokens.",
)
def spread_without_padding(logits, targets, epsilon=0.1, padding=0):
    hot = one_hot(logits, targets)
    others = (1 - hot) * (np.arange(logits.shape[-1]) != padding)
    return with_targets(logits, targets, (1 - epsilon) * hot + epsilon / (logits.shape[-1] - 2) * others, padding)


@mistake(
    "share-of-the-right-token-lost",
    "The target of a position sums to less than 1: the right token has 1 - epsilon, each other one epsilon / K, and the "
    "right token's own epsilon / K is lost. Add epsilon / K to all entries.",
)
def share_of_the_right_token_lost(logits, targets, epsilon=0.1, padding=0):
    hot = one_hot(logits, targets)
    return with_targets(logits, targets, (1 - epsilon) * hot + epsilon / logits.shape[-1] * (1 - hot), padding)


@mistake(
    "more-than-one",
    "The target of a position sums to 1 + epsilon: the uniform share was added, but the right token kept its 1. It must "
    "give up epsilon.",
)
def more_than_one(logits, targets, epsilon=0.1, padding=0):
    return with_targets(logits, targets, one_hot(logits, targets) + epsilon / logits.shape[-1], padding)


@mistake(
    "shares-exchanged",
    "The shares are exchanged: epsilon lies on the right token, 1 - epsilon is spread. The right token keeps 1 - epsilon, "
    "that is 0.9 (Section 5.4).",
)
def shares_exchanged(logits, targets, epsilon=0.1, padding=0):
    return label_smoothing_loss(logits, targets, 1.0 - epsilon, padding)


@mistake(
    "not-divided-by-vocabulary",
    "Every token gets the whole epsilon. The share is spread, so each of the K tokens gets epsilon / K.",
)
def not_divided_by_vocabulary(logits, targets, epsilon=0.1, padding=0):
    return with_targets(logits, targets, (1 - epsilon) * one_hot(logits, targets) + epsilon, padding)


@mistake(
    "predictions-smoothed",
    "The model's probabilities are mixed with the uniform distribution, not the targets. Smooth the labels and leave the "
    "predictions as they are (Section 5.4).",
)
def predictions_smoothed(logits, targets, epsilon=0.1, padding=0):
    mixed = (1 - epsilon) * np.exp(log_softmax(logits)) + epsilon / logits.shape[-1]
    return mean_of_real(-(one_hot(logits, targets) * np.log(mixed)).sum(axis=-1), targets, padding)


@mistake(
    "divergence",
    "The Kullback-Leibler divergence is returned: the entropy of the smoothed target is subtracted. Its gradient is the "
    "same, but the loss asked for here is the cross-entropy.",
)
def divergence(logits, targets, epsilon=0.1, padding=0):
    q = smoothed(targets, logits.shape[-1], epsilon)
    # 0 · log 0 is 0 in an entropy.
    entropy = -(q * np.log(np.where(q > 0, q, 1.0))).sum(axis=-1)
    return label_smoothing_loss(logits, targets, epsilon, padding) - mean_of_real(entropy, targets, padding)


@mistake(
    "padding-counted",
    "Positions of padding are part of the mean. Their target says nothing; leave them out of sum and count.",
)
def padding_counted(logits, targets, epsilon=0.1, padding=0):
    return label_smoothing_loss(logits, targets, epsilon, -1)


@mistake(
    "divided-by-all",
    "The losses of padding are left out, but the sum is divided by the number of all positions. Divide by the number of "
    "real ones.",
)
def divided_by_all(logits, targets, epsilon=0.1, padding=0):
    return label_smoothing_loss(logits, targets, epsilon, padding) * (targets != padding).mean()


@mistake(
    "mean-of-means",
    "Each case was averaged by itself, then the cases. All real positions of all cases count alike, also where a case has few.",
)
def mean_of_means(logits, targets, epsilon=0.1, padding=0):
    cases = [label_smoothing_loss(logits[n : n + 1], targets[n : n + 1], epsilon, padding) for n in range(len(logits))]
    return float(np.mean(cases))


@mistake(
    "sum-not-mean",
    "The losses are summed. The result is their mean over the positions that are no padding.",
)
def sum_not_mean(logits, targets, epsilon=0.1, padding=0):
    return label_smoothing_loss(logits, targets, epsilon, padding) * (targets != padding).sum()
