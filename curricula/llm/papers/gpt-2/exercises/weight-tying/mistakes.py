"""Well-known mistakes with a tied embedding."""
from __future__ import annotations

import numpy as np
from reference import forward, input_gradient, log_softmax, one_hot, output_gradient, tied_loss
from study_lab import mistake


def parts(tokens, targets, embedding, weight):
    """Both gradients (vocabulary, width), with what they are made of: (output, input, d_logits, hidden)."""
    flat, wanted = tokens.reshape(-1), targets.reshape(-1)
    hidden, logits = forward(flat, embedding, weight)
    d_logits = (np.exp(log_softmax(logits)) - one_hot(wanted, len(embedding))) / len(wanted)
    from_input = input_gradient(d_logits, hidden, flat, embedding, weight)
    return output_gradient(d_logits, hidden), from_input, d_logits, hidden


def with_gradient(arguments, gradient):
    """The right logits and loss with another gradient."""
    return {**tied_loss(*arguments), "embedding_gradient": gradient}


@mistake(
    "output-use-alone",
    "The gradient comes from the logits alone. The same matrix embeds the tokens, and that use gives a second part: add both.",
)
def output_use_alone(tokens, targets, embedding, weight):
    arguments = (tokens, targets, embedding, weight)
    return with_gradient(arguments, parts(*arguments)[0])


@mistake(
    "input-use-alone",
    "The gradient comes from the embedded tokens alone. The same matrix makes the logits, and that use gives a second part: add "
    "both.",
)
def input_use_alone(tokens, targets, embedding, weight):
    arguments = (tokens, targets, embedding, weight)
    return with_gradient(arguments, parts(*arguments)[1])


@mistake(
    "uses-averaged",
    "The two parts are averaged. A variable that is used twice gets the sum of both gradients.",
)
def uses_averaged(tokens, targets, embedding, weight):
    arguments = (tokens, targets, embedding, weight)
    from_output, from_input, _, _ = parts(*arguments)
    return with_gradient(arguments, (from_output + from_input) / 2)


@mistake(
    "repeated-tokens-lost",
    "A token that occurs several times keeps only one of its rows. `gradient[tokens] += rows` writes each index once; use "
    "`np.add.at`, or multiply with one-hot rows.",
)
def repeated_tokens_lost(tokens, targets, embedding, weight):
    arguments = (tokens, targets, embedding, weight)
    from_output, _, d_logits, hidden = parts(*arguments)
    gradient = np.zeros_like(embedding)
    gradient[tokens.reshape(-1)] += ((d_logits @ embedding) * (1 - hidden**2)) @ weight.T
    return with_gradient(arguments, from_output + gradient)


@mistake(
    "reshaped",
    "The embedding was reshaped to (width, vocabulary). That mixes its entries; the output uses the transpose, so that the logit "
    "of a token is the product with its own row (GPT-1, eq. (2)).",
)
def reshaped(tokens, targets, embedding, weight):
    vocabulary, width = embedding.shape
    flat, wanted = tokens.reshape(-1), targets.reshape(-1)
    hidden = np.tanh(embedding[flat] @ weight)
    head = embedding.reshape(width, vocabulary)
    logits = hidden @ head
    log_probabilities = log_softmax(logits)
    d_logits = (np.exp(log_probabilities) - one_hot(wanted, vocabulary)) / len(wanted)
    gradient = (hidden.T @ d_logits).reshape(vocabulary, width)
    np.add.at(gradient, flat, ((d_logits @ head.T) * (1 - hidden**2)) @ weight.T)
    loss = -log_probabilities[np.arange(len(wanted)), wanted].mean()
    return {"logits": logits.reshape(*tokens.shape, -1), "loss": loss, "embedding_gradient": gradient}


@mistake(
    "summed-loss",
    "The loss is a sum over the positions. The exercise takes the mean, and the gradient has the same factor.",
)
def summed_loss(tokens, targets, embedding, weight):
    right = tied_loss(tokens, targets, embedding, weight)
    return {name: value if name == "logits" else value * tokens.size for name, value in right.items()}


@mistake(
    "gradient-not-divided",
    "The loss is a mean but its gradient is that of the sum. Divide d_logits by the number of positions.",
)
def gradient_not_divided(tokens, targets, embedding, weight):
    right = tied_loss(tokens, targets, embedding, weight)
    return {**right, "embedding_gradient": right["embedding_gradient"] * tokens.size}


@mistake(
    "target-not-subtracted",
    "The gradient of the logits is the softmax alone. Cross-entropy gives softmax minus 1 at the target.",
)
def target_not_subtracted(tokens, targets, embedding, weight):
    arguments = (tokens, targets, embedding, weight)
    flat = tokens.reshape(-1)
    hidden, logits = forward(flat, embedding, weight)
    d_logits = np.exp(log_softmax(logits)) / len(flat)
    gradient = output_gradient(d_logits, hidden) + input_gradient(d_logits, hidden, flat, embedding, weight)
    return with_gradient(arguments, gradient)


@mistake(
    "tanh-skipped",
    "On the way back the derivative of tanh is missing. Multiply with 1 - hidden^2 before the weight.",
)
def tanh_skipped(tokens, targets, embedding, weight):
    arguments = (tokens, targets, embedding, weight)
    from_output, _, d_logits, hidden = parts(*arguments)
    from_input = input_gradient(d_logits, np.zeros_like(hidden), tokens.reshape(-1), embedding, weight)
    return with_gradient(arguments, from_output + from_input)


@mistake(
    "weight-not-transposed",
    "On the way back the weight is not transposed. From embedded @ weight the gradient returns through weight.T.",
)
def weight_not_transposed(tokens, targets, embedding, weight):
    arguments = (tokens, targets, embedding, weight)
    from_output, _, d_logits, hidden = parts(*arguments)
    from_input = input_gradient(d_logits, hidden, tokens.reshape(-1), embedding, weight.T)
    return with_gradient(arguments, from_output + from_input)
