"""Well-known wrong ensembles."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "not-turned-back",
    "turned = 1.0 - letter[..., 1]", "turned = letter[..., 1]",
    "The probability of the letter (A) is averaged over both orders. In order 1 that letter stands for the second answer, so turn it back first.",
)
wrong(
    "order-0-turned",
    "plain = letter[..., 0]", "plain = 1.0 - letter[..., 0]",
    "turned = 1.0 - letter[..., 1]", "turned = letter[..., 1]",
    "Order 0 is turned instead of order 1. In order 0 the first answer is shown as (A).",
)
wrong(
    "first-order-only",
    "both = (plain + turned) / 2.0", "both = plain",
    "Only order 0 is used. Both orders count, so that a preference for a place cancels.",
)
wrong(
    "first-principle-only",
    "label = both.mean(axis=1)", "label = both[:, 0]",
    "Only the first principle is used. The label is the mean over all.",
)
wrong(
    "mean-of-logs",
    "letter = weights[..., 0] / weights.sum(axis=-1)", "letter = np.broadcast_to(1.0 / (1.0 + np.exp((logps[..., 1] - logps[..., 0]).mean(axis=1, keepdims=True))), logps.shape[:-1])",
    "The log probabilities are averaged over the principles before they are normalized. Normalize for each principle, then average the probabilities.",
)
wrong(
    "majority",
    "label = both.mean(axis=1)", "label = (both > 0.5).mean(axis=1)",
    "The principles vote. The label is the mean of their probabilities.",
)
wrong(
    "not-normalized",
    "letter = weights[..., 0] / weights.sum(axis=-1)", "letter = np.exp(logps[..., 0])",
    "The probabilities of the two letters are not normalized, although the model could have said something else. Divide by their sum.",
)
wrong(
    "ratio-of-logs",
    "letter = weights[..., 0] / weights.sum(axis=-1)", "letter = logps[..., 0] / logps.sum(axis=-1)",
    "The log probabilities themselves are normalized. They are negative, so the likelier letter gets the smaller share: take exponentials first.",
)
wrong(
    "letter-b",
    "letter = weights[..., 0] /", "letter = weights[..., 1] /",
    "The letter (B) is taken for (A). (A) is the first of the last axis.",
)
wrong(
    "clamped",
    "label = both.mean(axis=1)", "label = np.clip(both.mean(axis=1), 0.4, 0.6)",
    "The labels are clamped to 0.4 and 0.6. That is for chains of thought; these are averages.",
)
wrong(
    "bias-of-answer",
    "bias = letter.mean() - 0.5", "bias = label.mean() - 0.5",
    "The bias is that toward the first answer. It is that toward the letter (A), whatever stands behind it.",
)
wrong(
    "bias-without-half",
    "bias = letter.mean() - 0.5", "bias = letter.mean()",
    "The bias is the probability of (A) itself. Without any bias that is one half: subtract it.",
)
wrong(
    "bias-of-order-0",
    "bias = letter.mean() - 0.5", "bias = plain.mean() - 0.5",
    "The bias comes from order 0 alone, where it can't be told from a better first answer. Take the mean over both orders.",
)
wrong(
    "bias-as-size",
    "bias = letter.mean() - 0.5", "bias = abs(letter - 0.5).mean()",
    "The bias is how sure the model is. It is the mean of the probability of (A), minus one half.",
)
wrong(
    "overflow",
    "shifted = logps - logps.max(axis=-1, keepdims=True)", "shifted = logps",
    "Both exponentials are 0 where the log probabilities are very low. Subtract the larger one first.",
)
wrong(
    "one-maximum",
    "logps.max(axis=-1, keepdims=True)", "logps.max()",
    "The largest log probability of all is subtracted. Where a pair lies far below it both exponentials are 0: take each pair's own.",
)
wrong(
    "median",
    "label = both.mean(axis=1)", "label = np.median(both, axis=1)",
    "The median over the principles was taken. The label is the mean.",
)
wrong(
    "product-of-the-orders",
    "both = (plain + turned) / 2.0", "both = plain * turned / (plain * turned + (1.0 - plain) * (1.0 - turned))",
    "The probabilities of both orders are multiplied and normalized again, as if they were independent witnesses. Here they are averaged.",
)
wrong(
    "geometric-mean",
    "both = (plain + turned) / 2.0", "both = np.sqrt(plain * turned)",
    "The root of the product of both orders was taken. The label is their mean.",
)
wrong(
    "averaged-before-normalizing",
    "letter = weights[..., 0] / weights.sum(axis=-1)",
    "weights = np.broadcast_to(np.exp(logps - logps.max(axis=(1, 2, 3), keepdims=True)).mean(axis=1, keepdims=True), logps.shape)\n"
    "    letter = weights[..., 0] / weights.sum(axis=-1)",
    "The probabilities are averaged over the principles before they are normalized, so a principle with likelier letters counts more. Normalize "
    "for each principle, then average.",
)
wrong(
    "second-order-only",
    "both = (plain + turned) / 2.0", "both = turned",
    "Only order 1 is used. Both orders count, so that a preference for a place cancels.",
)
wrong(
    "bias-doubled",
    "letter.mean() - 0.5", "2.0 * letter.mean() - 1.0",
    "The bias is the probability of (A) minus that of (B). It is that of (A) minus one half.",
)
wrong(
    "hard",
    "letter = weights[..., 0] / weights.sum(axis=-1)", "letter = 0.5 + 0.5 * np.sign(logps[..., 0] - logps[..., 1])",
    "Each answer of the model became 0 or 1. The normalized probabilities are averaged.",
)
wrong(
    "last-principle-only",
    "label = both.mean(axis=1)", "label = both[:, -1]",
    "Only the last principle is used. The label is the mean over all.",
)
