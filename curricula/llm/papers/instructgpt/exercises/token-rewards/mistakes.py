"""Well-known wrong rewards of tokens."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "sign",
    "rewards = -beta * penalty", "rewards = beta * penalty",
    "The penalty is added. Equation (2) subtracts beta times log(policy / supervised model), so that moving away costs reward.",
)
wrong(
    "no-penalty",
    "rewards = -beta * penalty", "rewards = 0.0 * penalty",
    "There is no penalty, only the score. Each token also pays beta times its log ratio (equation (2)).",
)
wrong(
    "at-end-only",
    "rewards = -beta * penalty", "rewards = 0.0 * penalty",
    "rewards[rows, last] += score", "rewards[rows, last] += score - beta * penalty.sum(axis=1)",
    "The last token pays the penalty of the whole completion. The total is right, but Section 3.5 charges each token its own, so "
    "that the credit goes where the difference arose.",
)
wrong(
    "score-everywhere",
    "rewards[rows, last] += score", "rewards += np.where(inside, score[:, None], 0.0)",
    "Every token receives the score. The reward model judges the completion once: the last token gets it.",
)
wrong(
    "score-shared",
    "rewards[rows, last] += score", "rewards += np.where(inside, score[:, None] / inside.sum(axis=1, keepdims=True), 0.0)",
    "The score is spread over the tokens of the completion. It is paid once, at the last token.",
)
wrong(
    "score-at-last-column",
    "inside.shape[1] - 1 - inside[:, ::-1].argmax(axis=1)", "-1",
    "The score stands in the last column, which is padding in shorter completions. The last token of the completion is the last 1 "
    "of the mask's row.",
)
wrong(
    "score-at-the-length",
    "inside.shape[1] - 1 - inside[:, ::-1].argmax(axis=1)", "inside.sum(axis=1) - 1",
    "The score stands at the column that is the completion's length. The completion begins after the prompt, so count from its "
    "first token, or look for the last 1 of the mask.",
)
wrong(
    "score-at-the-first",
    "inside.shape[1] - 1 - inside[:, ::-1].argmax(axis=1)", "inside.argmax(axis=1)",
    "The score stands at the first token of the completion. It is known when the completion has ended: the last token gets it.",
)
wrong(
    "mean-kl",
    "rewards = -beta * penalty", "rewards = -beta * penalty / inside.sum(axis=1, keepdims=True)",
    "The penalty is divided by the completion's length. Equation (2) has the log ratio of the whole completion, which is the sum "
    "over its tokens.",
)
wrong(
    "unmasked",
    "np.where(inside, ratio, 0.0)", "ratio",
    "Prompt and padding pay the penalty too. Only tokens that the policy wrote have a reward; elsewhere it is 0.",
)
wrong(
    "k3",
    "np.where(inside, ratio, 0.0)", "np.where(inside, np.exp(-ratio) + ratio - 1.0, 0.0)",
    "The penalty is exp(-d) + d - 1, another estimate of the divergence with the same mean (as in GRPO). Equation (2) takes the "
    "log ratio d itself.",
)
wrong(
    "absolute",
    "np.where(inside, ratio, 0.0)", "np.where(inside, np.abs(ratio), 0.0)",
    "The penalty is the size of the log ratio. A token that is less likely under the policy has a negative one and earns reward; "
    "only so the sum estimates the divergence.",
)
wrong(
    "probabilities",
    "ratio = logp - logp_sft", "ratio = np.exp(logp) - np.exp(logp_sft)",
    "The penalty is the difference of the probabilities. Equation (2) has the logarithm of their ratio, the difference of the log "
    "probabilities.",
)
wrong(
    "beta-on-score",
    "rewards[rows, last] += score", "rewards[rows, last] += beta * score",
    "Beta multiplies the score as well. In equation (2) it belongs to the penalty alone.",
)
wrong(
    "no-beta",
    "rewards = -beta * penalty", "rewards = -penalty",
    "Beta is missing before the log ratio (equation (2)).",
)
wrong(
    "weighted",
    "np.where(inside, ratio, 0.0)", "np.where(inside, np.exp(logp) * ratio, 0.0)",
    "Each log ratio is weighted by the probability of its token. The tokens were sampled from the policy, so the weights are in the sample already.",
)
wrong(
    "not-below-zero",
    "np.where(inside, ratio, 0.0)", "np.where(inside, np.maximum(ratio, 0.0), 0.0)",
    "Log ratios below 0 were cut off. A token that is less likely under the policy earns reward; only so the sum estimates the divergence.",
)
wrong(
    "score-replaces-the-penalty",
    "rewards[rows, last] += score", "rewards[rows, last] = score",
    "The last token has the score alone. It pays its penalty too.",
)
