"""Well-known wrong losses of PPO."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "maximum",
    "objective = np.minimum(free, held)", "objective = np.maximum(free, held)",
    "active = free <= held", "active = free >= held",
    "held < free", "held > free",
    "The larger product is taken. Of two objectives PPO takes the smaller one; the larger belongs to two losses, which carry a minus.",
)
wrong(
    "clip-only",
    "objective = np.minimum(free, held)", "objective = held",
    "active = free <= held", "active = ratio == limited",
    "held < free", "ratio != limited",
    "The clipped ratio alone is used, without the minimum. Then a token that has moved the wrong way beyond the clip has no gradient and "
    "cannot come back (equation (7) of the PPO paper).",
)
wrong(
    "no-clip",
    "objective = np.minimum(free, held)", "objective = free",
    "active = free <= held", "active = True",
    "held < free", "ratio > np.inf",
    "The ratio is never clipped. PPO takes the smaller of the free and the clipped product.",
)
wrong(
    "difference",
    "ratio = np.exp(logp - logp_old)", "ratio = logp - logp_old",
    "slope = ratio * advantages", "slope = advantages",
    "The ratio is the difference of the log probabilities. It is the exponential of that difference.",
)
wrong(
    "probabilities",
    "ratio = np.exp(logp - logp_old)", "ratio = logp / logp_old",
    "slope = ratio * advantages", "slope = advantages / logp_old",
    "The log probabilities are divided. The ratio of the probabilities is the exponential of the difference of their logarithms.",
)
wrong(
    "ratio-turned",
    "np.exp(logp - logp_old)", "np.exp(logp_old - logp)",
    "slope = ratio * advantages", "slope = -ratio * advantages",
    "The ratio is old to new. It is the probability under the policy divided by that under the old one.",
)
wrong(
    "gradient-everywhere",
    "active = free <= held", "active = True",
    "The gradient passes through the clip. Where the clipped product is the smaller one, it does not depend on log p and the gradient is 0.",
)
wrong(
    "gradient-of-the-ratio",
    "slope = ratio * advantages", "slope = advantages",
    "The gradient is that with respect to the ratio. With respect to log p it has one more factor, the ratio.",
)
wrong(
    "gradient-inside-only",
    "active = free <= held", "active = ratio == limited",
    "The gradient is 0 wherever the ratio lies outside of the interval. Where the free product is the smaller one, as for a bad token "
    "that became likelier, it must stay.",
)
wrong(
    "upper-clip-only",
    "np.clip(ratio, 1.0 - epsilon, 1.0 + epsilon)", "np.minimum(ratio, 1.0 + epsilon)",
    "Only ratios above 1 + epsilon are clipped. With a negative advantage it is the lower limit 1 - epsilon that decides.",
)
wrong(
    "log-clip",
    "np.clip(ratio, 1.0 - epsilon, 1.0 + epsilon)", "np.exp(np.clip(logp - logp_old, -epsilon, epsilon))",
    "The difference of the log probabilities is clipped to ±epsilon. The ratio is clipped, to 1 - epsilon and 1 + epsilon.",
)
wrong(
    "unmasked-mean",
    "weight = mask / mask.sum()", "weight = mask / mask.size",
    "The sum over the completions' tokens is divided by the number of all entries. Divide by the number of tokens whose mask is 1.",
)
wrong(
    "mask-forgotten",
    "weight = mask / mask.sum()", "weight = np.full(np.shape(mask), 1.0 / np.size(mask))",
    "Prompt and padding are in the mean. Only tokens whose mask is 1 count.",
)
wrong(
    "mean-of-means",
    "weight = mask / mask.sum()", "weight = mask / mask.sum(axis=1, keepdims=True) / len(mask)",
    "Each completion was averaged by itself, then the completions. All tokens of the batch count alike in this exercise.",
)
wrong(
    "sign",
    "loss = -(weight", "loss = (weight",
    "gradient = -weight", "gradient = weight",
    "The objective itself is returned. It is to be maximized, so the loss carries a minus.",
)
wrong(
    "share-outside",
    "held < free", "ratio != limited",
    "Every token whose ratio lies outside of the interval is counted as clipped. Only those count at which the clipped product is the "
    "smaller one.",
)
wrong(
    "maximum-in-the-loss",
    "objective = np.minimum(free, held)", "objective = np.maximum(free, held)",
    "The loss takes the larger product. Of two objectives PPO takes the smaller one; the gradient is right.",
)
wrong(
    "clip-only-in-the-loss",
    "objective = np.minimum(free, held)", "objective = held",
    "The loss takes the clipped product alone. It is the smaller one of both (equation (7) of the PPO paper); the gradient is right.",
)
wrong(
    "no-clip-in-the-loss",
    "objective = np.minimum(free, held)", "objective = free",
    "The loss takes the free product alone. It is the smaller one of both (equation (7) of the PPO paper); the gradient is right.",
)
wrong(
    "lower-clip-inverted",
    "1.0 - epsilon, 1.0 + epsilon", "1.0 / (1.0 + epsilon), 1.0 + epsilon",
    "The lower limit is 1 / (1 + epsilon). It is 1 - epsilon (equation (7) of the PPO paper).",
)
wrong(
    "share-turned",
    "(held < free)", "(free < held)",
    "The share is of the tokens at which the free product is the smaller one. Those count at which the clipped one is.",
)
wrong(
    "share-as-a-number",
    "clipped = (weight * (held < free)).sum()", "clipped = ((mask > 0) * (held < free)).sum()",
    "The clipped tokens are counted. Divide by the number of tokens whose mask is 1.",
)
wrong(
    "summed",
    "weight = mask / mask.sum()", "weight = mask * 1.0",
    "The sum over the tokens is taken. Divide by the number of tokens whose mask is 1.",
)
wrong(
    "quotient-of-logarithms",
    "ratio = np.exp(logp - logp_old)", "ratio = logp / logp_old",
    "The ratio is the quotient of the log probabilities. It is the exponential of their difference.",
)
