"""Well-known mistakes in the loss of a language model."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "not-shifted",
    "logits[:, :-1], tokens[:, 1:]), mask[:, 1:]", "logits, tokens), mask",
    "Each position is compared with its own token, which it has seen. The logits at t predict the token at t + 1 (eq. (1)).",
)
wrong(
    "shifted-backwards",
    "logits[:, :-1], tokens[:, 1:]), mask[:, 1:]", "logits[:, 1:], tokens[:, :-1]), mask[:, :-1]",
    "The shift goes the wrong way: each position is compared with the token before it. Compare logits[:, :-1] with tokens[:, 1:].",
)
wrong(
    "shifted-twice",
    "logits[:, :-1], tokens[:, 1:]), mask[:, 1:]", "logits[:, :-2], tokens[:, 2:]), mask[:, 2:]",
    "The labels are shifted by two. One shift is enough; some libraries do it inside the model already.",
)
wrong(
    "padding-counted",
    "mask[:, 1:])", "np.ones_like(mask[:, 1:]))",
    "Padding counts as text. Weight each prediction with the mask of its target.",
)
wrong(
    "mask-not-shifted",
    "mask[:, 1:])", "mask[:, :-1])",
    "The mask was not shifted with the targets: the last token of each text is held to predict padding. The mask belongs to the "
    "targets, mask[:, 1:].",
)
wrong(
    "divided-by-everything",
    "/ count)", "/ values.size)",
    "Padding adds nothing to the sum but still counts in the divisor. Divide by the number of real predictions.",
)
wrong(
    "divided-by-tokens",
    "mask[:, 1:])", "mask[:, 1:]) * mask[:, 1:].sum() / max(mask.sum(), 1)",
    "The sum is divided by the number of tokens. A text of n tokens has n - 1 predictions: nothing predicts the first token.",
)
wrong(
    "mean-of-texts",
    "weighted_mean(losses(logits[:, :-1], tokens[:, 1:]), mask[:, 1:])", "float(np.mean([weighted_mean(e, w) for e, w in zip(losses(logits[:, :-1], tokens[:, 1:]), mask[:, 1:])]))",
    "The loss is averaged within each text, then over the texts. A token of a short text then weighs more; take one mean over all "
    "predictions of the batch, as eq. (1) sums over all tokens.",
)
wrong(
    "summed",
    "(values * weights).sum() / count", "(values * weights).sum()",
    "The loss is a sum. Divide by the number of predictions.",
)
wrong(
    "sign",
    "return -np.take_along_axis", "return np.take_along_axis",
    "The result is the log likelihood, which training maximizes. A loss is minimized: change the sign.",
)
wrong(
    "log-of-mean",
    "weighted_mean(losses(logits[:, :-1], tokens[:, 1:]), mask[:, 1:])", "float(-np.log(weighted_mean(np.exp(-losses(logits[:, :-1], tokens[:, 1:])), mask[:, 1:]) or 1.0))",
    "The probabilities were averaged before the logarithm. Equation (1) sums the logarithms.",
)
wrong(
    "bits",
    "weighted_mean(losses(logits[:, :-1], tokens[:, 1:]), mask[:, 1:])", "weighted_mean(losses(logits[:, :-1], tokens[:, 1:]), mask[:, 1:]) / np.log(2)",
    "The logarithm has base 2. The loss is in nats: use the natural logarithm.",
)
