"""Well-known wrong losses of a reward model."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "sign",
    "ranks[:, :, None] < ranks[:, None, :]", "ranks[:, :, None] > ranks[:, None, :]",
    "The completion with the larger rank is taken as the better one. Rank 1 is the best, so the smaller rank is y_w of "
    "equation (1).",
)
wrong(
    "no-log",
    "losses = np.logaddexp(0.0, -difference)", "losses = np.exp(-np.logaddexp(0.0, difference))",
    "slope = -np.exp(-np.logaddexp(0.0, difference))", "slope = -np.exp(-np.logaddexp(0.0, difference) - np.logaddexp(0.0, -difference))",
    "The loss of a pair is 1 - sigma(difference), the share of wrong decisions. Equation (1) takes -log(sigma(difference)).",
)
wrong(
    "neighbours",
    "ranks[:, :, None] < ranks[:, None, :]", "ranks[:, :, None] + 1 == ranks[:, None, :]",
    "Only completions whose ranks follow each other are compared. A ranking of K completions gives all K(K-1)/2 pairs "
    "(Section 3.5).",
)
wrong(
    "best-against-rest",
    "ranks[:, :, None] < ranks[:, None, :]", "(ranks[:, :, None] == 1) & (ranks[:, None, :] > 1)",
    "Only the best completion is compared with the others. The pairs among the others count as well (Section 3.5: all pairs "
    "of a prompt).",
)
wrong(
    "pair-mean",
    "share = better / np.maximum(pairs, 1)", "share = better * len(rewards) / max(int(pairs.sum()), 1)",
    "The mean is over all pairs of the batch at once, so a prompt with ties weighs less. Each prompt is one batch element: take "
    "its own mean first, then the mean of the prompts.",
)
wrong(
    "ordered-pairs",
    "np.maximum(pairs, 1)", "(rewards.shape[1] * (rewards.shape[1] - 1))",
    "The sum over the pairs is divided by K(K-1), the number of ordered pairs. Each pair occurs once, with the better completion "
    "first, so there are K(K-1)/2.",
)
wrong(
    "ties-in-the-divisor",
    "np.maximum(pairs, 1)", "(rewards.shape[1] * (rewards.shape[1] - 1) / 2)",
    "The sum is divided by K(K-1)/2 even where pairs are left out as ties. Divide by the number of pairs that remain.",
)
wrong(
    "ties-half",
    "better = ranks[:, :, None] < ranks[:, None, :]", "tied = (ranks[:, :, None] == ranks[:, None, :]) & ~np.eye(ranks.shape[1], dtype=bool)\n    better = (ranks[:, :, None] < ranks[:, None, :]) + 0.5 * tied",
    "A pair of equal rank is trained toward even odds. In this exercise ties are left out.",
)
wrong(
    "ties-count",
    "ranks[:, :, None] < ranks[:, None, :]", "(ranks[:, :, None] <= ranks[:, None, :]) & ~np.eye(ranks.shape[1], dtype=bool)",
    "Pairs of equal rank are counted, in both orders. Only a pair with a better and a worse completion is in the loss.",
)
wrong(
    "overflow",
    "losses = np.logaddexp(0.0, -difference)", "losses = -np.log(1.0 / (1.0 + np.exp(-difference)))",
    "sigma is computed before its logarithm. At a difference of -1000 it is 0, and the logarithm is infinite: use "
    "np.logaddexp(0, -difference), or log_sigmoid of your library.",
)
wrong(
    "clipped-probability",
    "losses = np.logaddexp(0.0, -difference)", "losses = -np.log(np.maximum(np.exp(-np.logaddexp(0.0, -difference)), 1e-12))",
    "sigma is kept above a small number so that its logarithm stays finite. The loss of a pair that is far wrong must still grow "
    "with the difference: use np.logaddexp(0, -difference).",
)
wrong(
    "sum-over-pairs",
    "share = better / np.maximum(pairs, 1)", "share = better * 1.0",
    "The losses of a prompt's pairs are added. Equation (1) divides by their number.",
)
wrong(
    "sum-over-prompts",
    "loss = each.mean()", "loss = each.sum()",
    "pull = share * slope / len(rewards)", "pull = share * slope",
    "The prompts are added. The expectation of equation (1) is their mean.",
)
wrong(
    "gradient-sign",
    "gradient = pull.sum(axis=2) - pull.sum(axis=1)", "gradient = pull.sum(axis=1) - pull.sum(axis=2)",
    "The gradient has the wrong sign. A better completion's gradient is negative: the loss falls when its reward rises.",
)
wrong(
    "gradient-unaveraged",
    "pull = share * slope / len(rewards)", "pull = share * slope",
    "The loss is a mean over the prompts, but its gradient is that of the sum. Divide it by the number of prompts too.",
)
wrong(
    "gradient-of-winners",
    "gradient = pull.sum(axis=2) - pull.sum(axis=1)", "gradient = pull.sum(axis=2)",
    "Only the better completion of a pair gets a gradient. The other reward enters the difference with a minus and gets the "
    "opposite one.",
)
wrong(
    "both-orders",
    "ranks[:, :, None] < ranks[:, None, :]", "ranks[:, :, None] != ranks[:, None, :]",
    "Each pair is in the loss in both orders, so that nothing is learned from who was ranked better. y_w is the better one (equation (1)).",
)
wrong(
    "with-themselves",
    "ranks[:, :, None] < ranks[:, None, :]", "ranks[:, :, None] <= ranks[:, None, :]",
    "Pairs of equal rank count, and each completion is compared with itself. Only a better and a worse one make a pair.",
)
wrong(
    "tied-prompts-left-out",
    "loss = each.mean()", "loss = each.sum() / max(int((pairs > 0).sum()), 1)",
    "Prompts with ties only are left out of the mean. They count 0, but they count as prompts.",
)
wrong(
    "gradient-of-the-other-sigma",
    "slope = -np.exp(-np.logaddexp(0.0, difference))", "slope = -np.exp(-np.logaddexp(0.0, -difference))",
    "The gradient has sigma(d). The derivative of -log sigma(d) is -sigma(-d): a pair in the wrong order pulls hardest.",
)
wrong(
    "difference-turned",
    "np.logaddexp(0.0, -difference)", "np.logaddexp(0.0, difference)",
    "The loss of a pair falls when the worse completion gets more reward. It is log(1 + exp(-d)) with the better one's reward first (equation (1)).",
)
