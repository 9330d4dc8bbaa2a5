"""Well-known mistakes in the losses of fine-tuning."""
from __future__ import annotations

import numpy as np
from reference import cross_entropy, fine_tuning_loss, language_loss, task_loss
from study_lab import mistake


def combined(task, language, coefficient):
    return {"task": task, "language": language, "total": task + coefficient * language}


def pooled(hidden, tokens, mask, labels, embedding, head, coefficient, pool):
    """The right losses, but the label is predicted from pool (batch, width)."""
    task = float(cross_entropy(pool @ head, labels).mean())
    return combined(task, language_loss(hidden, tokens, mask, embedding), coefficient)


@mistake(
    "lambda-on-the-task",
    "Lambda multiplies the task loss. In equation (5) it weighs the auxiliary language loss: L3 = L2 + lambda * L1.",
)
def lambda_on_the_task(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient):
    right = fine_tuning_loss(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient)
    return {**right, "total": coefficient * right["task"] + right["language"]}


@mistake(
    "weights-sum-to-one",
    "The task loss is weighted with 1 - lambda. Equation (5) adds lambda times the language loss to the whole task loss.",
)
def weights_sum_to_one(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient):
    right = fine_tuning_loss(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient)
    return {**right, "total": (1 - coefficient) * right["task"] + coefficient * right["language"]}


@mistake(
    "lambda-forgotten",
    "The language loss is added without lambda (eq. (5)).",
)
def lambda_forgotten(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient):
    right = fine_tuning_loss(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient)
    return {**right, "total": right["task"] + right["language"]}


@mistake(
    "subtracted",
    "The language loss is subtracted. Both terms of equation (5) change their sign when they become losses, so they are still added.",
)
def subtracted(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient):
    right = fine_tuning_loss(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient)
    return {**right, "total": right["task"] - coefficient * right["language"]}


@mistake(
    "likelihoods-not-losses",
    "The results are log likelihoods, which training maximizes. Losses are minimized: change the sign of all three.",
)
def likelihoods_not_losses(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient):
    right = fine_tuning_loss(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient)
    return {name: -value for name, value in right.items()}


@mistake(
    "last-column",
    "The label is predicted from the last column. In a shorter text that is padding; take the hidden state at the extract token "
    "(eq. (3): h at position m).",
)
def last_column(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient):
    return pooled(hidden, tokens, mask, labels, embedding, head, coefficient, hidden[:, -1])


@mistake(
    "first-position",
    "The label is predicted from the first position, as BERT does it. There a left-to-right model has seen only the start token; "
    "use the extract token (eq. (3)).",
)
def first_position(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient):
    return pooled(hidden, tokens, mask, labels, embedding, head, coefficient, hidden[:, 0])


@mistake(
    "mean-of-positions",
    "The label is predicted from the mean of all hidden states. Equation (3) uses one, that of the extract token.",
)
def mean_of_positions(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient):
    mean = (hidden * mask[..., None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
    return pooled(hidden, tokens, mask, labels, embedding, head, coefficient, mean)


@mistake(
    "not-shifted",
    "The language loss compares each position with its own token. Position t predicts token t + 1 (eq. (1)).",
)
def not_shifted(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient):
    each = cross_entropy(hidden @ embedding.T, tokens)
    language = float((each * mask).sum() / mask.sum())
    return combined(task_loss(hidden, extract_position, labels, head), language, coefficient)


@mistake(
    "padding-predicted",
    "The language loss counts padding. Weight each prediction with the mask of its target.",
)
def padding_predicted(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient):
    language = language_loss(hidden, tokens, np.ones_like(mask), embedding)
    return combined(task_loss(hidden, extract_position, labels, head), language, coefficient)


@mistake(
    "mask-not-shifted",
    "The mask of the language loss was not shifted with the targets, so that the extract token is held to predict padding. Use "
    "mask[:, 1:].",
)
def mask_not_shifted(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient):
    each = cross_entropy(hidden[:, :-1] @ embedding.T, tokens[:, 1:])
    language = float((each * mask[:, :-1]).sum() / mask[:, :-1].sum())
    return combined(task_loss(hidden, extract_position, labels, head), language, coefficient)


@mistake(
    "task-loss-summed",
    "The task loss is a sum over the texts. The exercise takes the mean, so that lambda weighs the two alike for any batch.",
)
def task_loss_summed(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient):
    task = len(labels) * task_loss(hidden, extract_position, labels, head)
    return combined(task, language_loss(hidden, tokens, mask, embedding), coefficient)


@mistake(
    "mean-of-texts",
    "The language loss is averaged within each text, then over the texts, as in the released train.py. The exercise takes one mean "
    "over all predictions of the batch, so each token weighs the same (the sum of eq. (1)).",
)
def mean_of_texts(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient):
    each, weights = cross_entropy(hidden[:, :-1] @ embedding.T, tokens[:, 1:]), mask[:, 1:]
    language = float(((each * weights).sum(axis=1) / weights.sum(axis=1)).mean())
    return combined(task_loss(hidden, extract_position, labels, head), language, coefficient)


@mistake(
    "extract-not-predicted",
    "The extract token is left out of the language loss. It is a token of the text like any other: position m - 1 predicts it.",
)
def extract_not_predicted(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient):
    text = mask.copy()
    text[np.arange(len(text)), extract_position] = 0
    return combined(task_loss(hidden, extract_position, labels, head), language_loss(hidden, tokens, text, embedding), coefficient)


@mistake(
    "position-before-extract",
    "The label is predicted from the position before the extract token. `extract_position` is the index of that token itself.",
)
def position_before_extract(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient):
    before = hidden[np.arange(len(hidden)), extract_position - 1]
    return pooled(hidden, tokens, mask, labels, embedding, head, coefficient, before)
