"""Well-known mistakes in the loss of a language model."""
from __future__ import annotations

import numpy as np
from reference import causal_lm_loss, losses, weighted_mean
from study_lab import mistake


@mistake(
    "not-shifted",
    "Each position is compared with its own token, which it has seen. The logits at t predict the token at t + 1 (eq. (1)).",
)
def not_shifted(logits, tokens, mask):
    return weighted_mean(losses(logits, tokens), mask)


@mistake(
    "shifted-backwards",
    "The shift goes the wrong way: each position is compared with the token before it. Compare logits[:, :-1] with tokens[:, 1:].",
)
def shifted_backwards(logits, tokens, mask):
    return weighted_mean(losses(logits[:, 1:], tokens[:, :-1]), mask[:, :-1])


@mistake(
    "shifted-twice",
    "The labels are shifted by two. One shift is enough; some libraries do it inside the model already.",
)
def shifted_twice(logits, tokens, mask):
    return weighted_mean(losses(logits[:, :-2], tokens[:, 2:]), mask[:, 2:])


@mistake(
    "padding-counted",
    "Padding counts as text. Weight each prediction with the mask of its target.",
)
def padding_counted(logits, tokens, mask):
    return causal_lm_loss(logits, tokens, np.ones_like(mask))


@mistake(
    "mask-not-shifted",
    "The mask was not shifted with the targets: the last token of each text is held to predict padding. The mask belongs to the "
    "targets, mask[:, 1:].",
)
def mask_not_shifted(logits, tokens, mask):
    return weighted_mean(losses(logits[:, :-1], tokens[:, 1:]), mask[:, :-1])


@mistake(
    "divided-by-everything",
    "Padding adds nothing to the sum but still counts in the divisor. Divide by the number of real predictions.",
)
def divided_by_everything(logits, tokens, mask):
    each = losses(logits[:, :-1], tokens[:, 1:])
    return float((each * mask[:, 1:]).sum() / each.size)


@mistake(
    "divided-by-tokens",
    "The sum is divided by the number of tokens. A text of n tokens has n - 1 predictions: nothing predicts the first token.",
)
def divided_by_tokens(logits, tokens, mask):
    each = losses(logits[:, :-1], tokens[:, 1:])
    return float((each * mask[:, 1:]).sum() / max(mask.sum(), 1))


@mistake(
    "mean-of-texts",
    "The loss is averaged within each text, then over the texts. A token of a short text then weighs more; take one mean over all "
    "predictions of the batch, as eq. (1) sums over all tokens.",
)
def mean_of_texts(logits, tokens, mask):
    each, weights = losses(logits[:, :-1], tokens[:, 1:]), mask[:, 1:]
    return float(np.mean([weighted_mean(e, w) for e, w in zip(each, weights)]))


@mistake(
    "summed",
    "The loss is a sum. Divide by the number of predictions.",
)
def summed(logits, tokens, mask):
    return float((losses(logits[:, :-1], tokens[:, 1:]) * mask[:, 1:]).sum())


@mistake(
    "sign",
    "The result is the log likelihood, which training maximizes. A loss is minimized: change the sign.",
)
def sign(logits, tokens, mask):
    return -causal_lm_loss(logits, tokens, mask)


@mistake(
    "log-of-mean",
    "The probabilities were averaged before the logarithm. Equation (1) sums the logarithms.",
)
def log_of_mean(logits, tokens, mask):
    likelihoods = np.exp(-losses(logits[:, :-1], tokens[:, 1:]))
    mean = weighted_mean(likelihoods, mask[:, 1:])
    return float(-np.log(mean)) if mean else 0.0


@mistake(
    "bits",
    "The logarithm has base 2. The loss is in nats: use the natural logarithm.",
)
def bits(logits, tokens, mask):
    return causal_lm_loss(logits, tokens, mask) / np.log(2)
