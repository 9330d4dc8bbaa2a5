"""Well-known wrong policies under a KL penalty."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "times-beta",
    "scaled = rewards / beta", "scaled = rewards * beta",
    "The reward is multiplied by beta. The weight is exp(r / beta): a large beta keeps the policy near the reference.",
)
wrong(
    "beta-forgotten",
    "scaled = rewards / beta", "scaled = rewards",
    "Beta is missing from the policy. The weight of an answer is exp(r / beta).",
)
wrong(
    "sign",
    "scaled = rewards / beta", "scaled = -rewards / beta",
    "Answers with more reward get less weight. The weight is exp(+r / beta).",
)
wrong(
    "no-reference",
    "logits = prior + scaled", "logits = scaled",
    "The policy is the softmax of r / beta. The best policy under the penalty is the reference times exp(r / beta).",
)
wrong(
    "probabilities-added",
    "logits = prior + scaled", "logits = reference + scaled",
    "The reference's probabilities stand in the exponent. Their logarithms belong there, since reference times exp(r / beta) is "
    "exp(log reference + r / beta).",
)
wrong(
    "argmax",
    "log_policy = logits - normalizer", "log_policy = np.where(rewards == rewards.max(axis=-1, keepdims=True), 0.0, -1e9)",
    "The answer with the most reward always comes. That is best without the penalty; under it, the policy is the reference "
    "times exp(r / beta).",
)
wrong(
    "not-normalized",
    "log_policy = logits - normalizer", "log_policy = logits",
    "The policy does not sum to 1. Reference times exp(r / beta) must be divided by its sum Z.",
)
wrong(
    "normalized-over-the-batch",
    "np.log(np.exp(logits - top).sum(axis=-1, keepdims=True))", "np.log(np.exp(logits - top).sum())",
    "The policy is normalized over all prompts together. Each row is a distribution of its own.",
)
wrong(
    "overflow",
    "normalizer = top + np.log(np.exp(logits - top).sum(axis=-1, keepdims=True))", "normalizer = np.log(np.exp(logits).sum(axis=-1, keepdims=True))",
    "exp(r / beta) overflows where r / beta is large. Subtract the largest logit of a row before taking exponentials.",
)
wrong(
    "kl-reversed",
    "(policy * (log_policy - prior))", "(reference * (prior - log_policy))",
    "The divergence is that of the reference from the policy. The penalty is KL(policy || reference), an expectation under the policy.",
)
wrong(
    "entropy-for-kl",
    "(policy * (log_policy - prior))", "(policy * log_policy)",
    "The divergence lacks the reference: it is the mean of log policy minus log reference. What stands here is minus the entropy.",
)
wrong(
    "reward-under-reference",
    "(policy * rewards)", "(reference * rewards)",
    "The expected reward is that of the reference. It is an expectation under the policy.",
)
wrong(
    "value-is-reward",
    "value = reward - beta * kl", "value = reward",
    "The value is the expected reward. The maximum is reward minus beta times the divergence.",
)
wrong(
    "value-without-beta",
    "value = reward - beta * kl", "value = reward - kl",
    "The value lacks beta before the divergence: it is reward - beta kl.",
)
wrong(
    "value-plus-kl",
    "value = reward - beta * kl", "value = reward + beta * kl",
    "The penalty is added in the value. It is a cost: reward - beta kl.",
)
wrong(
    "log-of-zero",
    "(policy * (log_policy - prior))", "(policy * (np.log(policy) - prior))",
    "The divergence takes the logarithm of a probability that is 0 in floating point. Keep the log probabilities: 0 times minus infinity is NaN.",
)
wrong(
    "one-maximum",
    "top = logits.max(axis=-1, keepdims=True)", "top = logits.max()",
    "The largest logit of all prompts is subtracted. In a row that lies far below, all exponentials become 0; take each row's own.",
)
