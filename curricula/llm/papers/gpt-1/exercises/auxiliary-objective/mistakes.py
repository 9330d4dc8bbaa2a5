"""Well-known mistakes in the losses of fine-tuning."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "lambda-on-the-task",
    "task + coefficient * language", "coefficient * task + language",
    "Lambda multiplies the task loss. In equation (5) it weighs the auxiliary language loss: L3 = L2 + lambda * L1.",
)
wrong(
    "weights-sum-to-one",
    "task + coefficient * language", "(1 - coefficient) * task + coefficient * language",
    "The task loss is weighted with 1 - lambda. Equation (5) adds lambda times the language loss to the whole task loss.",
)
wrong(
    "lambda-forgotten",
    "task + coefficient * language", "task + language",
    "The language loss is added without lambda (eq. (5)).",
)
wrong(
    "subtracted",
    "task + coefficient * language", "task - coefficient * language",
    "The language loss is subtracted. Both terms of equation (5) change their sign when they become losses, so they are still added.",
)
wrong(
    "likelihoods-not-losses",
    "return -np.take_along_axis", "return np.take_along_axis",
    "The results are log likelihoods, which training maximizes. Losses are minimized: change the sign of all three.",
)
wrong(
    "last-column",
    "hidden[np.arange(len(hidden)), positions]", "hidden[:, -1]",
    "The label is predicted from the last column. In a shorter text that is padding; take the hidden state at the extract token "
    "(eq. (3): h at position m).",
)
wrong(
    "first-position",
    "hidden[np.arange(len(hidden)), positions]", "hidden[:, 0]",
    "The label is predicted from the first position, as BERT does it. There a left-to-right model has seen only the start token; "
    "use the extract token (eq. (3)).",
)
wrong(
    "mean-of-positions",
    "task_loss(hidden, extract_position, labels, head)", "float(cross_entropy((hidden * mask[..., None]).sum(axis=1) / mask.sum(axis=1, keepdims=True) @ head, labels).mean())",
    "The label is predicted from the mean of all hidden states. Equation (3) uses one, that of the extract token.",
)
wrong(
    "not-shifted",
    "hidden[:, :-1] @ embedding.T, tokens[:, 1:]", "hidden @ embedding.T, tokens",
    "(each * mask[:, 1:]).sum() / mask[:, 1:].sum()", "(each * mask).sum() / mask.sum()",
    "The language loss compares each position with its own token. Position t predicts token t + 1 (eq. (1)).",
)
wrong(
    "padding-predicted",
    "(each * mask[:, 1:]).sum() / mask[:, 1:].sum()", "each.mean()",
    "The language loss counts padding. Weight each prediction with the mask of its target.",
)
wrong(
    "mask-not-shifted",
    "(each * mask[:, 1:]).sum() / mask[:, 1:].sum()", "(each * mask[:, :-1]).sum() / mask[:, :-1].sum()",
    "The mask of the language loss was not shifted with the targets, so that the extract token is held to predict padding. Use "
    "mask[:, 1:].",
)
wrong(
    "task-loss-summed",
    "labels).mean()", "labels).sum()",
    "The task loss is a sum over the texts. The exercise takes the mean, so that lambda weighs the two alike for any batch.",
)
wrong(
    "mean-of-texts",
    "(each * mask[:, 1:]).sum() / mask[:, 1:].sum()", "((each * mask[:, 1:]).sum(axis=1) / mask[:, 1:].sum(axis=1)).mean()",
    "The language loss is averaged within each text, then over the texts, as in the released train.py. The exercise takes one mean "
    "over all predictions of the batch, so each token weighs the same (the sum of eq. (1)).",
)
wrong(
    "extract-not-predicted",
    "language_loss(hidden, tokens, mask, embedding)", "language_loss(hidden, tokens, mask * (np.arange(mask.shape[1]) != extract_position[:, None]), embedding)",
    "The extract token is left out of the language loss. It is a token of the text like any other: position m - 1 predicts it.",
)
wrong(
    "position-before-extract",
    "hidden[np.arange(len(hidden)), positions]", "hidden[np.arange(len(hidden)), positions - 1]",
    "The label is predicted from the position before the extract token. `extract_position` is the index of that token itself.",
)
