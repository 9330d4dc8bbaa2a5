"""Well-known wrong ways to smooth labels."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "not-smoothed",
    "(1.0 - epsilon) * one_hot + epsilon / vocabulary", "one_hot",
    "Epsilon is not used; this is the plain cross-entropy. A share epsilon of each target belongs to the uniform "
    "distribution (Section 5.4).",
)
wrong(
    "spread-over-others",
    "(1.0 - epsilon) * one_hot + epsilon / vocabulary", "(1.0 - epsilon) * one_hot + epsilon / (vocabulary - 1) * (1.0 - one_hot)",
    "Epsilon is spread over the K - 1 wrong tokens only. Some code does that, but the cited method mixes with the uniform "
    "distribution over all K tokens, so the right one has 1 - epsilon + epsilon / K (Section 5.4).",
)
wrong(
    "spread-without-padding",
    "(1.0 - epsilon) * one_hot + epsilon / vocabulary", "(1.0 - epsilon) * one_hot + epsilon / (vocabulary - 2) * (1.0 - one_hot) * (np.arange(vocabulary) != padding)",
    "Epsilon is spread over the K - 2 tokens that are neither right nor padding. Some code does that; here the uniform "
    "distribution is over all K tokens.",
)
wrong(
    "share-of-the-right-token-lost",
    "(1.0 - epsilon) * one_hot + epsilon / vocabulary", "(1.0 - epsilon) * one_hot + epsilon / vocabulary * (1.0 - one_hot)",
    "The target of a position sums to less than 1: the right token has 1 - epsilon, each other one epsilon / K, and the "
    "right token's own epsilon / K is lost. Add epsilon / K to all entries.",
)
wrong(
    "more-than-one",
    "(1.0 - epsilon) * one_hot + epsilon / vocabulary", "one_hot + epsilon / vocabulary",
    "The target of a position sums to 1 + epsilon: the uniform share was added, but the right token kept its 1. It must "
    "give up epsilon.",
)
wrong(
    "shares-exchanged",
    "(1.0 - epsilon) * one_hot + epsilon / vocabulary", "epsilon * one_hot + (1.0 - epsilon) / vocabulary",
    "The shares are exchanged: epsilon lies on the right token, 1 - epsilon is spread. The right token keeps 1 - epsilon, "
    "that is 0.9 (Section 5.4).",
)
wrong(
    "not-divided-by-vocabulary",
    "(1.0 - epsilon) * one_hot + epsilon / vocabulary", "(1.0 - epsilon) * one_hot + epsilon",
    "Every token gets the whole epsilon. The share is spread, so each of the K tokens gets epsilon / K.",
)
wrong(
    "predictions-smoothed",
    "(1.0 - epsilon) * one_hot + epsilon / vocabulary", "one_hot\n    log_p = np.log((1.0 - epsilon) * np.exp(log_p) + epsilon / vocabulary)",
    "The model's probabilities are mixed with the uniform distribution, not the targets. Smooth the labels and leave the "
    "predictions as they are (Section 5.4).",
)
wrong(
    "divergence",
    "-(shares * log_p).sum(axis=-1)", "(shares * (np.log(np.where(shares > 0, shares, 1.0)) - log_p)).sum(axis=-1)",
    "The Kullback-Leibler divergence is returned: the entropy of the smoothed target is subtracted. Its gradient is the "
    "same, but the loss asked for here is the cross-entropy.",
)
wrong(
    "padding-counted",
    "targets != padding", "targets != -1",
    "Positions of padding are part of the mean. Their target says nothing; leave them out of sum and count.",
)
wrong(
    "divided-by-all",
    "losses[real].mean()", "losses[real].sum() / losses.size",
    "The losses of padding are left out, but the sum is divided by the number of all positions. Divide by the number of "
    "real ones.",
)
wrong(
    "mean-of-means",
    "losses[real].mean()", "np.mean([case[counted].mean() for case, counted in zip(losses, real)])",
    "Each case was averaged by itself, then the cases. All real positions of all cases count alike, also where a case has few.",
)
wrong(
    "sum-not-mean",
    "losses[real].mean()", "losses[real].sum()",
    "The losses are summed. The result is their mean over the positions that are no padding.",
)
