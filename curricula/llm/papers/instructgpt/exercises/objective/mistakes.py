"""Well-known wrong objectives."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "kl-sign",
    "reward - beta * kl", "reward + beta * kl",
    "The penalty is added. The objective is maximized, so equation (2) subtracts beta times the log ratio.",
)
wrong(
    "coefficients-exchanged",
    "reward - beta * kl + gamma * pretrain", "reward - gamma * kl + beta * pretrain",
    "Beta and gamma are exchanged. Beta weighs the penalty and gamma the pre-training term (equation (2)).",
)
wrong(
    "pretrain-minus",
    "+ gamma * pretrain", "- gamma * pretrain",
    "The pre-training term is subtracted, as in a loss. The objective is maximized, and so is the log probability of the texts.",
)
wrong(
    "no-pretrain",
    " + gamma * pretrain", "",
    "The pre-training term is missing. This is PPO; equation (2) with gamma is PPO-ptx.",
)
wrong(
    "no-penalty",
    "reward - beta * kl", "reward",
    "The penalty is missing from the objective: beta times the log ratio is subtracted (equation (2)).",
)
wrong(
    "beta-on-reward",
    "reward - beta * kl", "beta * (reward - kl)",
    "Beta multiplies the reward as well. In equation (2) it belongs to the log ratio alone.",
)
wrong(
    "token-mean",
    "completions = ratio.sum(axis=1)", "completions = ratio.sum(axis=1) / np.sum(mask, axis=1)",
    "The log ratio of a completion is a mean over its tokens. The log probability of a text is the sum over its tokens.",
)
wrong(
    "all-tokens-mean",
    "kl = completions.mean()", "kl = completions.sum() / np.sum(mask)",
    "The log ratio is a mean over all tokens of the batch. It is the mean over the completions of their sums.",
)
wrong(
    "pretrain-token-mean",
    "texts = known.sum(axis=1)", "texts = known.sum(axis=1) / np.sum(pretrain_mask, axis=1)",
    "The log probability of a pre-training text is a mean over its tokens. Equation (2) has log pi(x) of the whole text, the sum.",
)
wrong(
    "pretrain-all-tokens-mean",
    "pretrain = texts.mean()", "pretrain = texts.sum() / np.sum(pretrain_mask)",
    "The pre-training term is a mean over all tokens of the batch. Equation (2) has log pi(x) of the whole text: sum each text, then "
    "take the mean of the texts.",
)
wrong(
    "pretrain-on-completions",
    "known = np.where(pretrain_mask, pretrain_logp, 0.0)", "known = np.where(mask, logp, 0.0)",
    "The last term is computed on the completions. It takes texts of the pre-training data, which the policy did not write.",
)
wrong(
    "ratio-turned",
    "logp - logp_sft", "logp_sft - logp",
    "The log ratio is turned round: it is log of the policy minus log of the supervised model.",
)
wrong(
    "unmasked",
    "np.where(mask, logp - logp_sft, 0.0)", "logp - logp_sft",
    "Entries behind the completions are in the log ratio. Only tokens whose mask is 1 count.",
)
wrong(
    "pretrain-unmasked",
    "np.where(pretrain_mask, pretrain_logp, 0.0)", "np.asarray(pretrain_logp)",
    "Padding is in the log probability of the pre-training texts. Only tokens whose mask is 1 count.",
)
wrong(
    "sum-over-batch",
    "reward = np.mean(score)", "reward = np.sum(score)",
    "kl = completions.mean()", "kl = completions.sum()",
    "pretrain = texts.mean()", "pretrain = texts.sum()",
    "The batch is summed. An expectation is estimated by the mean.",
)
wrong(
    "kl-of-probabilities",
    "completions = ratio.sum(axis=1)", "completions = (np.where(mask, np.exp(logp), 0.0) * ratio).sum(axis=1)",
    "Each log ratio is weighted by the probability of its token. The completions were sampled from the policy, so the weights are "
    "in the sample already.",
)
wrong(
    "not-below-zero",
    "kl = completions.mean()", "kl = max(completions.mean(), 0.0)",
    "The estimate was cut off at 0. A divergence is never below 0, but its estimate from samples may be, and cutting it is a bias.",
)
wrong(
    "absolute",
    "np.where(mask, logp - logp_sft, 0.0)", "np.where(mask, np.abs(logp - logp_sft), 0.0)",
    "The sizes of the log ratios are added. A token that is less likely under the policy has a negative one (equation (2)).",
)
wrong(
    "as-a-loss",
    "value = reward - beta * kl + gamma * pretrain", "value = -(reward - beta * kl + gamma * pretrain)",
    "The objective has a minus, as a loss has. Equation (2) is what is maximized.",
)
wrong(
    "no-beta",
    "reward - beta * kl", "reward - kl",
    "Beta is missing before the log ratio (equation (2)).",
)
