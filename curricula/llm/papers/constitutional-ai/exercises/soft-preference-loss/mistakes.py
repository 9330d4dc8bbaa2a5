"""Well-known wrong losses of a preference model."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "rounded-target",
    "difference = score_a - score_b", "difference = score_a - score_b\n    target = (np.asarray(target) > 0.5).astype(float)",
    "The targets are rounded to 0 and 1. The probabilities themselves are the targets (Section 4.1).",
)
wrong(
    "one-sided",
    "target * cost_a + (1.0 - target) * cost_b", "target * cost_a",
    "slope = chance - target", "slope = target * (chance - 1.0)",
    "Only the first term is there. The cross-entropy also has (1 - p) log sigma(s_B - s_A).",
)
wrong(
    "target-forgotten",
    "difference = score_a - score_b", "difference = score_a - score_b\n    target = np.ones(len(target))",
    "The target is not used: (A) counts as preferred in all pairs. The loss weighs both answers with p and 1 - p.",
)
wrong(
    "scaled-difference",
    "difference = score_a - score_b", "difference = target * (score_a - score_b)",
    "losses = target * cost_a + (1.0 - target) * cost_b", "losses = cost_a",
    "slope = chance - target", "slope = target * (chance - 1.0)",
    "The target multiplies the difference of the scores. It weighs the two logarithms.",
)
wrong(
    "squared",
    "losses = target * cost_a + (1.0 - target) * cost_b", "losses = (np.exp(-cost_a) - target) ** 2",
    "slope = chance - target", "slope = 2.0 * (chance - target) * chance * (1.0 - chance)",
    "The loss is the squared distance of sigma(d) and the target. The loss of a preference model is the cross-entropy.",
)
wrong(
    "swapped",
    "difference = score_a - score_b", "difference = score_b - score_a",
    "gradient = slope / len(target)", "gradient = -slope / len(target)",
    "The target is held against the probability of (B). It says how likely (A) is the better one, so d is s_A - s_B.",
)
wrong(
    "minus-entropy",
    "loss = losses.mean()", "safe = np.clip(target, 1e-300, 1.0), np.clip(1.0 - target, 1e-300, 1.0)\n    loss = (losses + target * np.log(safe[0]) + (1.0 - target) * np.log(safe[1])).mean()",
    "The entropy of the target is subtracted, which gives the divergence. Its gradient is the same, but the loss that is asked for is "
    "the cross-entropy.",
)
wrong(
    "overflow",
    "cost_a = np.logaddexp(0.0, -difference)", "cost_a = -np.log(1.0 / (1.0 + np.exp(-difference)))",
    "cost_b = np.logaddexp(0.0, difference)", "cost_b = -np.log(1.0 - 1.0 / (1.0 + np.exp(-difference)))",
    "sigma is computed before its logarithm. Where it is 0 or 1 a logarithm is infinite: use np.logaddexp, or log_sigmoid of your library.",
)
wrong(
    "clipped-probability",
    "cost_a = np.logaddexp(0.0, -difference)", "cost_a = -np.log(np.maximum(np.exp(-np.logaddexp(0.0, -difference)), 1e-12))",
    "cost_b = np.logaddexp(0.0, difference)", "cost_b = -np.log(np.maximum(np.exp(-np.logaddexp(0.0, difference)), 1e-12))",
    "sigma is kept above a small number so that its logarithm stays finite. The loss of a pair that is far wrong must still grow with "
    "the difference.",
)
wrong(
    "sum",
    "loss = losses.mean()", "loss = losses.sum()",
    "gradient = slope / len(target)", "gradient = slope",
    "The losses of the pairs are added. The loss is their mean.",
)
wrong(
    "gradient-unaveraged",
    "gradient = slope / len(target)", "gradient = slope",
    "The loss is a mean, but the gradients are those of the sum. Divide them by the number of pairs.",
)
wrong(
    "gradient-sign",
    "slope = chance - target", "slope = target - chance",
    "The gradients have the wrong sign. The derivative of the loss by s_A - s_B is sigma(d) - p.",
)
wrong(
    "gradient-with-sigma-prime",
    "slope = chance - target", "slope = (chance - target) * chance * (1.0 - chance)",
    "The gradient has a factor sigma (1 - sigma) too many. In the cross-entropy it cancels: the derivative by d is sigma(d) - p.",
)
wrong(
    "gradient-same-sign",
    "\"gradient_b\": -gradient", "\"gradient_b\": gradient",
    "Both gradients have the same sign. s_B enters the difference with a minus, so its gradient is the opposite.",
)
wrong(
    "bits",
    "loss = losses.mean()", "loss = losses.mean() / np.log(2)",
    "gradient = slope / len(target)", "gradient = slope / len(target) / np.log(2)",
    "The logarithm has base 2. The loss takes the natural one.",
)
wrong(
    "target-forgotten-in-the-loss",
    "losses = target * cost_a + (1.0 - target) * cost_b", "losses = cost_a",
    "The loss does not use the target: (A) counts as preferred in all pairs. It weighs both logarithms, with p and 1 - p; the gradient is right.",
)
wrong(
    "rounded-in-the-loss",
    "losses = target * cost_a + (1.0 - target) * cost_b", "losses = np.where(target > 0.5, cost_a, cost_b)",
    "The loss rounds the targets to 0 and 1. The probabilities themselves are the targets (Section 4.1); the gradient is right.",
)
wrong(
    "overflow-of-one-side",
    "cost_a = np.logaddexp(0.0, -difference)", "cost_a = -np.log(1.0 / (1.0 + np.exp(-difference)))",
    "sigma(d) is computed before its logarithm. Where it is 0 the logarithm is infinite: use np.logaddexp, or log_sigmoid of your library.",
)
wrong(
    "overflow-in-the-gradient",
    "chance = np.exp(-cost_a)", "chance = np.exp(difference) / (1.0 + np.exp(difference))",
    "The gradient divides one infinity by another where the difference is large. exp(-log(1 + exp(-d))) overflows nowhere.",
)
wrong(
    "small-number-in-the-logarithm",
    "cost_a = np.logaddexp(0.0, -difference)", "cost_a = -np.log(np.exp(-np.logaddexp(0.0, -difference)) + 1e-8)",
    "cost_b = np.logaddexp(0.0, difference)", "cost_b = -np.log(np.exp(-np.logaddexp(0.0, difference)) + 1e-8)",
    "A small number is added to sigma so that its logarithm stays finite. The loss of a pair that is far wrong must still grow with the "
    "difference.",
)
