"""Well-known wrong losses of the masked language model."""
from __future__ import annotations

import numpy as np
from reference import log_softmax, mlm_loss
from study_lab import mistake


@mistake(
    "all-positions",
    "The loss counts every position. Only the chosen ones are predicted; BERT does not reconstruct the whole input (Section 3.1, "
    "Task #1).",
)
def all_positions(hidden, token_ids, chosen, table, bias):
    return mlm_loss(hidden, token_ids, np.ones_like(chosen), table, bias)


@mistake(
    "not-chosen",
    "The loss counts the positions that were not chosen. `chosen` is True where the token is to be predicted.",
)
def not_chosen(hidden, token_ids, chosen, table, bias):
    return mlm_loss(hidden, token_ids, ~chosen, table, bias)


@mistake(
    "sum-not-mean",
    "The losses of the chosen positions are added. The loss is their mean (Appendix A.2).",
)
def sum_not_mean(hidden, token_ids, chosen, table, bias):
    loss, d_hidden = mlm_loss(hidden, token_ids, chosen, table, bias)
    return loss * chosen.sum(), d_hidden * chosen.sum()


@mistake(
    "mean-over-all",
    "The sum over the chosen positions is divided by the number of all positions. Divide by the number of chosen ones.",
)
def mean_over_all(hidden, token_ids, chosen, table, bias):
    loss, d_hidden = mlm_loss(hidden, token_ids, chosen, table, bias)
    return loss * chosen.mean(), d_hidden * chosen.mean()


@mistake(
    "mean-of-means",
    "Each sequence was averaged by itself, then the sequences. All chosen positions of the batch count alike, also where a sequence "
    "has few of them.",
)
def mean_of_means(hidden, token_ids, chosen, table, bias):
    loss, d_hidden, used = 0.0, np.zeros(hidden.shape), [n for n in range(len(hidden)) if chosen[n].any()]
    for n in used:
        one, d_one = mlm_loss(hidden[n : n + 1], token_ids[n : n + 1], chosen[n : n + 1], table, bias)
        loss += one / len(used)
        d_hidden[n] = d_one[0] / len(used)
    return loss, d_hidden


@mistake(
    "next-token",
    "Each chosen position predicts the token after it. That is a language model from left to right; here a position predicts its own "
    "original token (Section 3.1).",
)
def next_token(hidden, token_ids, chosen, table, bias):
    return mlm_loss(hidden, np.roll(token_ids, -1, axis=1), chosen, table, bias)


@mistake(
    "no-bias",
    "The scores lack the bias of the tokens: z = E h + b.",
)
def no_bias(hidden, token_ids, chosen, table, bias):
    return mlm_loss(hidden, token_ids, chosen, table, np.zeros_like(bias))


@mistake(
    "bits",
    "The logarithm has base 2. The loss takes the natural one.",
)
def bits(hidden, token_ids, chosen, table, bias):
    loss, d_hidden = mlm_loss(hidden, token_ids, chosen, table, bias)
    return loss / np.log(2), d_hidden / np.log(2)


@mistake(
    "gradient-of-the-sum",
    "The loss is right, but its gradient is that of the sum over the chosen positions. The mean divides the gradient too.",
)
def gradient_of_the_sum(hidden, token_ids, chosen, table, bias):
    loss, d_hidden = mlm_loss(hidden, token_ids, chosen, table, bias)
    return loss, d_hidden * chosen.sum()


@mistake(
    "gradient-sign",
    "The gradient has the wrong sign. With respect to the scores it is softmax minus one-hot, since the loss carries a minus.",
)
def gradient_sign(hidden, token_ids, chosen, table, bias):
    loss, d_hidden = mlm_loss(hidden, token_ids, chosen, table, bias)
    return loss, -d_hidden


@mistake(
    "one-hot-forgotten",
    "The gradient with respect to the scores is the softmax alone. Subtract 1 at the original token.",
)
def one_hot_forgotten(hidden, token_ids, chosen, table, bias):
    loss, d_hidden = mlm_loss(hidden, token_ids, chosen, table, bias)
    d_hidden[chosen] = np.exp(log_softmax(hidden[chosen] @ table.T + bias)) / chosen.sum() @ table
    return loss, d_hidden


@mistake(
    "gradient-everywhere",
    "The gradient is right at the chosen positions, but the others have one too. What is not in the loss has gradient 0.",
)
def gradient_everywhere(hidden, token_ids, chosen, table, bias):
    loss, d_hidden = mlm_loss(hidden, token_ids, chosen, table, bias)
    _, all_hidden = mlm_loss(hidden, token_ids, np.ones_like(chosen), table, bias)
    return loss, np.where(chosen[..., None], d_hidden, all_hidden * chosen.size / chosen.sum())
