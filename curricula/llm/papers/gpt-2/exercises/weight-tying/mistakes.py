"""Well-known mistakes with a tied embedding."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "output-use-alone",
    "output_gradient(d_logits, hidden) + input_gradient(d_logits, hidden, flat, embedding, weight)", "output_gradient(d_logits, hidden)",
    "The gradient comes from the logits alone. The same matrix embeds the tokens, and that use gives a second part: add both.",
)
wrong(
    "input-use-alone",
    "output_gradient(d_logits, hidden) + input_gradient(d_logits, hidden, flat, embedding, weight)", "input_gradient(d_logits, hidden, flat, embedding, weight)",
    "The gradient comes from the embedded tokens alone. The same matrix makes the logits, and that use gives a second part: add "
    "both.",
)
wrong(
    "uses-averaged",
    "output_gradient(d_logits, hidden) + input_gradient(d_logits, hidden, flat, embedding, weight)", "(output_gradient(d_logits, hidden) + input_gradient(d_logits, hidden, flat, embedding, weight)) / 2",
    "The two parts are averaged. A variable that is used twice gets the sum of both gradients.",
)
wrong(
    "repeated-tokens-lost",
    "np.add.at(gradient, tokens, d_embedded)", "gradient[tokens] += d_embedded",
    "A token that occurs several times keeps only one of its rows. `gradient[tokens] += rows` writes each index once; use "
    "`np.add.at`, or multiply with one-hot rows.",
)
wrong(
    "reshaped",
    "hidden @ embedding.T", "hidden @ embedding.reshape(embedding.shape[::-1])",
    "d_logits @ embedding\n", "d_logits @ embedding.reshape(embedding.shape[::-1]).T\n",
    "d_logits.T @ hidden", "(hidden.T @ d_logits).reshape(-1, hidden.shape[-1])",
    "The embedding was reshaped to (width, vocabulary). That mixes its entries; the output uses the transpose, so that the logit "
    "of a token is the product with its own row (GPT-1, eq. (2)).",
)
wrong(
    "summed-loss",
    "wanted].mean()", "wanted].sum()",
    "len(embedding))) / len(wanted)", "len(embedding)))",
    "The loss is a sum over the positions. The exercise takes the mean, and the gradient has the same factor.",
)
wrong(
    "gradient-not-divided",
    "len(embedding))) / len(wanted)", "len(embedding)))",
    "The loss is a mean but its gradient is that of the sum. Divide d_logits by the number of positions.",
)
wrong(
    "target-not-subtracted",
    "(np.exp(log_probabilities) - one_hot(wanted, len(embedding)))", "np.exp(log_probabilities)",
    "The gradient of the logits is the softmax alone. Cross-entropy gives softmax minus 1 at the target.",
)
wrong(
    "tanh-skipped",
    "(d_hidden * (1 - hidden**2))", "d_hidden",
    "On the way back the derivative of tanh is missing. Multiply with 1 - hidden^2 before the weight.",
)
wrong(
    "weight-not-transposed",
    "@ weight.T", "@ weight",
    "On the way back the weight is not transposed. From embedded @ weight the gradient returns through weight.T.",
)
