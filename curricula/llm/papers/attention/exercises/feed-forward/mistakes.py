"""Well-known wrong ways to write the feed-forward network."""
from __future__ import annotations

import math

import numpy as np
from reference import feed_forward
from study_lab import mistake


def through(x, weights, activation):
    """x: (batch, tokens, d_model). The network with another activation. Returns (batch, tokens, d_model)."""
    return activation(x @ weights["w_1"] + weights["b_1"]) @ weights["w_2"] + weights["b_2"]


@mistake(
    "no-activation",
    "Nothing stands between the two linear maps, so together they are one linear map. Equation (2) takes max(0, ·) between "
    "them.",
)
def no_activation(x, weights):
    return through(x, weights, lambda hidden: hidden)


@mistake(
    "gelu",
    "The activation is GELU, which later models use. This paper has ReLU, max(0, ·) (Section 3.3, eq. (2)).",
)
def gelu(x, weights):
    error_function = np.vectorize(math.erf)
    return through(x, weights, lambda h: 0.5 * h * (1 + error_function(h / np.sqrt(2))))


@mistake(
    "gelu-tanh",
    "The activation is GELU in its form with tanh, which later models use. This paper has ReLU, max(0, ·) (Section 3.3, eq. "
    "(2)).",
)
def gelu_tanh(x, weights):
    return through(x, weights, lambda h: 0.5 * h * (1 + np.tanh(np.sqrt(2 / np.pi) * (h + 0.044715 * h**3))))


@mistake(
    "activation-at-the-end",
    "The maximum is taken of the result. It stands between the two linear maps, and the result may be negative (eq. (2)).",
)
def activation_at_the_end(x, weights):
    return np.maximum(0.0, through(x, weights, lambda hidden: hidden))


@mistake(
    "two-activations",
    "A second maximum is taken of the result. After W_2 and b_2 nothing follows in equation (2), and the result may be "
    "negative.",
)
def two_activations(x, weights):
    return np.maximum(0.0, feed_forward(x, weights))


@mistake(
    "bias-after-activation",
    "The first bias is added after the maximum. It is part of what the maximum sees: max(0, x W_1 + b_1) (eq. (2)).",
)
def bias_after_activation(x, weights):
    return (np.maximum(0.0, x @ weights["w_1"]) + weights["b_1"]) @ weights["w_2"] + weights["b_2"]


@mistake(
    "no-first-bias",
    "The first bias b_1 is missing. It decides from where on each hidden unit is active (eq. (2)).",
)
def no_first_bias(x, weights):
    return feed_forward(x, {**weights, "b_1": 0.0})


@mistake(
    "no-second-bias",
    "The second bias b_2 is missing; it is added last (eq. (2)).",
)
def no_second_bias(x, weights):
    return feed_forward(x, {**weights, "b_2": 0.0})


@mistake(
    "no-biases",
    "Both biases are missing. The projections of attention have none in this paper, but the feed-forward network has b_1 "
    "and b_2 (eq. (2)).",
)
def no_biases(x, weights):
    return feed_forward(x, {**weights, "b_1": 0.0, "b_2": 0.0})


@mistake(
    "residual-inside",
    "The input is added to the result. The residual connection belongs to the layer around the network (Section 3.1).",
)
def residual_inside(x, weights):
    return x + feed_forward(x, weights)
