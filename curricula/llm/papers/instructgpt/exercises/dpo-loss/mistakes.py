"""Well-known wrong losses of direct preference optimization."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "no-reference",
    "ratio_chosen = chosen - ref_chosen", "ratio_chosen = chosen",
    "ratio_rejected = rejected - ref_rejected", "ratio_rejected = rejected",
    "The reference model is not used. The implied reward is beta times log(policy / reference), equation (7).",
)
wrong(
    "one-sided-reference",
    "ratio_rejected = rejected - ref_rejected", "ratio_rejected = rejected",
    "The reference is subtracted from the chosen completion only. Both implied rewards are log ratios (equation (7)).",
)
wrong(
    "references-exchanged",
    "ratio_chosen = chosen - ref_chosen", "ratio_chosen = chosen - ref_rejected",
    "ratio_rejected = rejected - ref_rejected", "ratio_rejected = rejected - ref_chosen",
    "The two reference values are exchanged. Each completion has its own log ratio: chosen - ref_chosen.",
)
wrong(
    "sign",
    "beta * (ratio_chosen - ratio_rejected)", "beta * (ratio_rejected - ratio_chosen)",
    "gradient = beta * slope", "gradient = -beta * slope",
    "The difference is rejected minus chosen. The implied reward of the preferred completion comes first (equation (7)).",
)
wrong(
    "sum-of-ratios",
    "beta * (ratio_chosen - ratio_rejected)", "beta * (ratio_chosen + ratio_rejected)",
    "The log ratios are added. The loss depends on their difference, chosen minus rejected.",
)
wrong(
    "beta-outside",
    "margin = beta * (ratio_chosen - ratio_rejected)", "margin = ratio_chosen - ratio_rejected",
    "loss = losses.mean()", "loss = beta * losses.mean()",
    "Beta multiplies the loss. It belongs inside of sigma, to the difference of the log ratios.",
)
wrong(
    "beta-forgotten",
    "margin = beta * (ratio_chosen - ratio_rejected)", "margin = ratio_chosen - ratio_rejected",
    "gradient = beta * slope", "gradient = slope",
    "Beta is missing. It multiplies the difference of the log ratios inside of sigma.",
)
wrong(
    "beta-divides",
    "margin = beta * (ratio_chosen - ratio_rejected)", "margin = (ratio_chosen - ratio_rejected) / beta",
    "gradient = beta * slope", "gradient = slope / beta",
    "The difference is divided by beta. The implied reward is beta times the log ratio.",
)
wrong(
    "probability-ratio",
    "ratio_chosen = chosen - ref_chosen", "ratio_chosen = np.exp(chosen - ref_chosen)",
    "ratio_rejected = rejected - ref_rejected", "ratio_rejected = np.exp(rejected - ref_rejected)",
    "The ratios of the probabilities stand in sigma. Their logarithms belong there, which are the differences of log probabilities.",
)
wrong(
    "squared",
    "losses = np.logaddexp(0.0, -margin)", "losses = (margin / beta - 0.5 / beta) ** 2",
    "slope = -np.exp(-np.logaddexp(0.0, margin))", "slope = 2.0 * (margin / beta - 0.5 / beta) / beta",
    "The loss is the square of the distance to 1 / (2 beta), as in IPO. DPO takes -log sigma (equation (7)).",
)
wrong(
    "hinge",
    "losses = np.logaddexp(0.0, -margin)", "losses = np.maximum(0.0, 1.0 - margin)",
    "slope = -np.exp(-np.logaddexp(0.0, margin))", "slope = -(margin < 1.0)",
    "The loss is a hinge, max(0, 1 - m). DPO takes -log sigma(m) (equation (7)).",
)
wrong(
    "overflow",
    "losses = np.logaddexp(0.0, -margin)", "losses = -np.log(1.0 / (1.0 + np.exp(-margin)))",
    "sigma is computed before its logarithm, which is infinite where sigma is 0. Use np.logaddexp(0, -m), or log_sigmoid of your library.",
)
wrong(
    "sum",
    "loss = losses.mean()", "loss = losses.sum()",
    "slope / len(margin)", "slope",
    "The losses of the batch are added. Equation (7) has an expectation: take the mean.",
)
wrong(
    "gradient-without-beta",
    "gradient = beta * slope", "gradient = slope",
    "The gradient lacks beta. The difference inside of sigma depends on log p with the factor beta.",
)
wrong(
    "gradient-unaveraged",
    "slope / len(margin)", "slope",
    "The loss is a mean, but the gradient is that of the sum. Divide it by the size of the batch.",
)
wrong(
    "gradient-same-sign",
    "\"gradient_rejected\": -gradient", "\"gradient_rejected\": gradient",
    "Both gradients have the same sign. The rejected log probability enters with a minus, so its gradient is the opposite.",
)
wrong(
    "accuracy-without-reference",
    "(margin > 0).mean()", "(chosen > rejected).mean()",
    "The accuracy compares the likelihoods themselves. It compares the implied rewards, which are log ratios to the reference.",
)
wrong(
    "ties-are-right",
    "(margin > 0).mean()", "(margin >= 0).mean()",
    "Pairs with equal implied rewards count as right. The preferred completion's must be the larger one.",
)
wrong(
    "accuracy-as-a-number",
    "(margin > 0).mean()", "(margin > 0).sum()",
    "The right pairs are counted. The accuracy is their share.",
)
wrong(
    "accuracy-of-one-side",
    "(margin > 0).mean()", "(ratio_chosen > 0).mean()",
    "The accuracy asks whether the preferred completion became likelier. It compares its implied reward with the other one's.",
)
wrong(
    "accuracy-as-a-chance",
    "(margin > 0).mean()", "np.exp(-np.logaddexp(0.0, -margin)).mean()",
    "The accuracy is the mean of sigma. It is the share of pairs in which the implied reward of the preferred completion is the larger one.",
)
wrong(
    "beta-on-one-side",
    "beta * (ratio_chosen - ratio_rejected)", "beta * ratio_chosen - ratio_rejected",
    "Beta multiplies the log ratio of the preferred completion alone. Both have it (equation (7)).",
)
wrong(
    "margin-clipped",
    "losses = np.logaddexp(0.0, -margin)", "losses = np.logaddexp(0.0, -np.clip(margin, -20.0, 20.0))",
    "The difference is clipped before the loss. It must go on growing where a pair is far wrong: `np.logaddexp(0, -m)` overflows nowhere.",
)
