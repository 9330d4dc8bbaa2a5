"""Well-known wrong losses of supervised fine-tuning."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "with-prompt",
    "(place >= prompt_lengths[:, None]) & (place < lengths[:, None])", "place < lengths[:, None]",
    "The prompt's tokens are in the loss, as in plain language modeling. In this exercise only the completion counts.",
)
wrong(
    "no-shift",
    "predictions = log_p[:, :-1]", "predictions = log_p[:, 1:]",
    "Each token is predicted from the logits at its own position, where the model has already seen it. The logits at position t predict the "
    "token at t + 1.",
)
wrong(
    "shifted-backwards",
    "predictions = log_p[:, :-1]", "predictions = np.roll(log_p, -1, axis=1)[:, 1:]",
    "The logits are shifted the wrong way. Those at position t predict the token at t + 1.",
)
wrong(
    "first-missing",
    "place >= prompt_lengths", "place > prompt_lengths",
    "The first token of each completion is missing. The last logits of the prompt predict it, and it counts.",
)
wrong(
    "last-prompt-token",
    "place >= prompt_lengths[:, None]", "place >= prompt_lengths[:, None] - 1",
    "The last token of each prompt is in the loss. The mask belongs to the tokens that are predicted, not to the positions that predict.",
)
wrong(
    "end-missing",
    "place < lengths[:, None]", "place < lengths[:, None] - 1",
    "The end token of each completion is missing, perhaps since it has the id of the padding. The model must learn where to stop, so it "
    "counts; `lengths` says where the text ends.",
)
wrong(
    "with-padding",
    "(place >= prompt_lengths[:, None]) & (place < lengths[:, None])", "place >= prompt_lengths[:, None]",
    "Padding is in the loss. The text of row n ends before position lengths[n].",
)
wrong(
    "one-into-the-padding",
    "place < lengths", "place <= lengths",
    "One token of the padding is in the loss. The text of row n ends before position lengths[n].",
)
wrong(
    "mean-over-all",
    "losses[counts].mean()", "losses[counts].sum() / losses.size",
    "The sum over the completions is divided by the number of all positions. Divide by the number of the completions' tokens.",
)
wrong(
    "mean-of-means",
    "losses[counts].mean()", "((losses * counts).sum(axis=1) / counts.sum(axis=1)).mean()",
    "Each completion is averaged by itself, so that tokens of short ones weigh more. All tokens of the batch count alike here.",
)
wrong(
    "sum",
    "losses[counts].mean()", "losses[counts].sum()",
    "The losses are added. The loss is their mean.",
)
wrong(
    "sum-over-batch-size",
    "losses[counts].mean()", "losses[counts].sum() / len(tokens)",
    "The sum is divided by the number of texts. Divide by the number of the completions' tokens.",
)
wrong(
    "bits",
    "losses[counts].mean()", "losses[counts].mean() / np.log(2)",
    "The logarithm has base 2. The loss takes the natural one.",
)
wrong(
    "overflow",
    "shifted = logits - logits.max(axis=-1, keepdims=True)", "shifted = logits",
    "Exponentials of large logits overflow. Subtract the largest logit first.",
)
wrong(
    "softmax-over-time",
    "np.exp(shifted).sum(axis=-1, keepdims=True)", "np.exp(shifted).sum(axis=1, keepdims=True)",
    "The softmax runs over the positions. It runs over the vocabulary.",
)
wrong(
    "everything",
    "losses[counts].mean()", "losses.mean()",
    "Prompt and padding are in the loss. Only the tokens of the completions count.",
)
wrong(
    "lengths-of-completions",
    "place < lengths[:, None]", "place < (prompt_lengths + lengths)[:, None]",
    "`lengths` was taken as the length of the completion. It is that of the whole text, prompt included.",
)
wrong(
    "first-rows-prompt",
    "place >= prompt_lengths[:, None]", "place >= prompt_lengths[0]",
    "All rows were given the prompt length of the first. Each has its own.",
)
