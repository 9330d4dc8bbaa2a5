"""Well-known wrong losses of the masked language model."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "all-positions",
    "count = int(chosen.sum())", "chosen = np.ones_like(chosen)\n    count = int(chosen.sum())",
    "The loss counts every position. Only the chosen ones are predicted; BERT does not reconstruct the whole input (Section 3.1, "
    "Task #1).",
)
wrong(
    "not-chosen",
    "count = int(chosen.sum())", "chosen = ~chosen\n    count = int(chosen.sum())",
    "The loss counts the positions that were not chosen. `chosen` is True where the token is to be predicted.",
)
wrong(
    "sum-not-mean",
    "-logs[rows, targets].mean()", "-logs[rows, targets].sum()",
    "d_scores / count", "d_scores",
    "The losses of the chosen positions are added. The loss is their mean (Appendix A.2).",
)
wrong(
    "mean-over-all",
    "-logs[rows, targets].mean()", "-logs[rows, targets].sum() / chosen.size",
    "d_scores / count", "d_scores / chosen.size",
    "The sum over the chosen positions is divided by the number of all positions. Divide by the number of chosen ones.",
)
wrong(
    "mean-of-means",
    "loss = -logs[rows, targets].mean()", "each = np.broadcast_to(chosen.sum(axis=1, keepdims=True), chosen.shape)[chosen] * chosen.any(axis=1).sum()\n    loss = -(logs[rows, targets] / each).sum()",
    "d_scores / count", "d_scores / each[:, None]",
    "Each sequence was averaged by itself, then the sequences. All chosen positions of the batch count alike, also where a sequence "
    "has few of them.",
)
wrong(
    "next-token",
    "token_ids[chosen]", "np.roll(token_ids, -1, axis=1)[chosen]",
    "Each chosen position predicts the token after it. That is a language model from left to right; here a position predicts its own "
    "original token (Section 3.1).",
)
wrong(
    "no-bias",
    "table.T + bias", "table.T",
    "The scores lack the bias of the tokens: z = E h + b.",
)
wrong(
    "bits",
    "-logs[rows, targets].mean()", "-logs[rows, targets].mean() / np.log(2)",
    "d_scores / count", "d_scores / np.log(2) / count",
    "The logarithm has base 2. The loss takes the natural one.",
)
wrong(
    "gradient-of-the-sum",
    "d_scores / count", "d_scores",
    "The loss is right, but its gradient is that of the sum over the chosen positions. The mean divides the gradient too.",
)
wrong(
    "gradient-sign",
    "d_scores / count", "-d_scores / count",
    "The gradient has the wrong sign. With respect to the scores it is softmax minus one-hot, since the loss carries a minus.",
)
wrong(
    "one-hot-forgotten",
    "\n    d_scores[rows, targets] -= 1.0", "",
    "The gradient with respect to the scores is the softmax alone. Subtract 1 at the original token.",
)
wrong(
    "gradient-everywhere",
    "d_hidden[chosen] = d_scores / count @ table", "d_scores = np.exp(log_softmax(hidden @ table.T + bias)) - np.eye(len(table))[token_ids]\n    d_hidden = d_scores / count @ table",
    "The gradient is right at the chosen positions, but the others have one too. What is not in the loss has gradient 0.",
)
