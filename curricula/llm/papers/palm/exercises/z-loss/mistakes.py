"""Well-known wrong losses with a z-loss."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "no-z-loss",
    "(cross_entropy + extra).mean()", "cross_entropy.mean()",
    "(slope + pull) / count", "slope / count",
    "The auxiliary term is missing or 0. It is coefficient times the square of log Z (Section 5), and Z is taken from the logits: after a "
    "log-softmax it is 1.",
)
wrong(
    "no-square",
    "log_z[:, 0] ** 2", "np.abs(log_z[:, 0])",
    "2.0 * coefficient * log_z * chances", "coefficient * np.sign(log_z) * chances",
    "The term is the size of log Z. It is its square.",
)
wrong(
    "log-z-itself",
    "log_z[:, 0] ** 2", "log_z[:, 0]",
    "2.0 * coefficient * log_z * chances", "coefficient * chances",
    "The term is log Z without the square, so that it would fall for ever. log^2 Z is the square of the logarithm.",
)
wrong(
    "log-of-square",
    "log_z[:, 0] ** 2", "2.0 * log_z[:, 0]",
    "2.0 * coefficient * log_z * chances", "2.0 * coefficient * chances",
    "The term is the logarithm of Z squared. log^2 Z is the square of the logarithm.",
)
wrong(
    "z-squared",
    "log_z[:, 0] ** 2", "np.exp(log_z[:, 0]) ** 2",
    "2.0 * coefficient * log_z * chances", "2.0 * coefficient * np.exp(log_z) ** 2 * chances",
    "The term is the square of Z itself, which overflows. It is the square of log Z.",
)
wrong(
    "mean-logit-squared",
    "log_z[:, 0] ** 2", "(logits**2).mean(axis=-1)",
    "2.0 * coefficient * log_z * chances", "2.0 * coefficient * logits / logits.shape[1]",
    "The term is the mean square of the logits. It is the square of log Z.",
)
wrong(
    "without-shift",
    "log_z[:, 0] ** 2", "(log_z - top)[:, 0] ** 2",
    "2.0 * coefficient * log_z * chances", "2.0 * coefficient * (log_z - top) * chances",
    "The largest logit was subtracted for safety and not added again. log Z is the largest logit plus the log of the sum that is left.",
)
wrong(
    "base-ten",
    "log_z[:, 0] ** 2", "(log_z[:, 0] / np.log(10.0)) ** 2",
    "2.0 * coefficient * log_z * chances", "2.0 * coefficient * log_z / np.log(10.0) ** 2 * chances",
    "The logarithm of the term has base 10. It is the natural one.",
)
wrong(
    "square-of-mean",
    "(cross_entropy + extra).mean()", "cross_entropy.mean() + coefficient * log_z.mean() ** 2",
    "2.0 * coefficient * log_z * chances", "2.0 * coefficient * log_z.mean() * chances",
    "The mean of log Z is squared. Each token has its own log Z: square first, then average.",
)
wrong(
    "half",
    "log_z[:, 0] ** 2", "0.5 * log_z[:, 0] ** 2",
    "2.0 * coefficient * log_z * chances", "coefficient * log_z * chances",
    "The term has a factor 1/2. It is coefficient times the square of log Z.",
)
wrong(
    "sum",
    "(cross_entropy + extra).mean()", "(cross_entropy + extra).sum()",
    "(slope + pull) / count", "slope + pull",
    "The tokens are added. The loss is their mean.",
)
wrong(
    "z-loss-summed",
    "(cross_entropy + extra).mean()", "cross_entropy.mean() + extra.sum()",
    "(slope + pull) / count", "slope / count + pull",
    "The auxiliary term is added up over the tokens, but the cross-entropy is a mean. Both are means.",
)
wrong(
    "gradient-without-z",
    "(slope + pull) / count", "slope / count",
    "The gradient is that of the cross-entropy alone. log Z depends on the logits too: its square contributes 2 k log Z times p.",
)
wrong(
    "gradient-without-p",
    "2.0 * coefficient * log_z * chances", "2.0 * coefficient * log_z",
    "The term's gradient is the same for all logits. The derivative of log Z by a logit is its probability.",
)
wrong(
    "gradient-without-two",
    "2.0 * coefficient * log_z * chances", "coefficient * log_z * chances",
    "The term's gradient lacks the factor 2 of the square.",
)
wrong(
    "gradient-unaveraged",
    "(slope + pull) / count", "slope + pull",
    "The loss is a mean over the tokens, but the gradient is that of the sum.",
)
wrong(
    "overflow",
    "top = logits.max(axis=-1, keepdims=True)", "top = 0.0 * logits[:, :1]",
    "Exponentials of large logits overflow. Subtract the largest logit first and add it to the logarithm again.",
)
wrong(
    "one-maximum-for-all",
    "logits.max(axis=-1, keepdims=True)", "logits.max()",
    "The largest logit of all tokens is subtracted. Where a token's own logits are far below it, all exponentials are 0: take the largest of each row.",
)
