"""Well-known wrong residual blocks."""
from __future__ import annotations

import numpy as np
from reference import batch_norm, branch, convolve, relu, residual_block, shortcut
from study_lab import mistake


@mistake(
    "relu-before-addition",
    "The last ReLU acts on the branch, before the addition. Then the block can only add to x, never subtract. In Figure 2 the "
    "second ReLU follows the addition.",
)
def relu_before_addition(x, weights, stride=1):
    return relu(branch(x, weights, stride)) + shortcut(x, weights, stride)


@mistake(
    "relu-twice",
    "A ReLU acts on the branch before the addition, and another one after it. In Figure 2 the second layer has none before the "
    "addition; F must be able to be negative.",
)
def relu_twice(x, weights, stride=1):
    return relu(relu(branch(x, weights, stride)) + shortcut(x, weights, stride))


@mistake(
    "no-last-relu",
    "The ReLU after the addition is missing (Section 3.2: the second nonlinearity is applied after the addition; Figure 2).",
)
def no_last_relu(x, weights, stride=1):
    return branch(x, weights, stride) + shortcut(x, weights, stride)


@mistake(
    "no-relu-between",
    "The two convolutions of the branch have no ReLU between them. Figure 2 has one; without it the two layers act as one linear "
    "layer (Section 3.2).",
)
def no_relu_between(x, weights, stride=1):
    hidden = batch_norm(convolve(x, weights["conv_1"], stride), weights["gain_1"], weights["bias_1"])
    right = batch_norm(convolve(hidden, weights["conv_2"]), weights["gain_2"], weights["bias_2"])
    return relu(right + shortcut(x, weights, stride))


@mistake(
    "no-shortcut",
    "The shortcut is missing. That is a plain network. Add x, or its projection, to the branch (eqs. (1) and (2)).",
)
def no_shortcut(x, weights, stride=1):
    return relu(branch(x, weights, stride))


@mistake(
    "no-projection",
    "The shortcut is left out where the shapes differ. There the projection brings x to the shape of the branch (eq. (2)).",
)
def no_projection(x, weights, stride=1):
    if "projection" in weights:
        return relu(branch(x, weights, stride))
    return residual_block(x, weights, stride)


@mistake(
    "projection-not-normalized",
    "The projection has no batch normalization. It is a convolution too, and normalization follows each of them (Section 3.4).",
)
def projection_not_normalized(x, weights, stride=1):
    if "projection" not in weights:
        return residual_block(x, weights, stride)
    return relu(branch(x, weights, stride) + convolve(x, weights["projection"], stride))


@mistake(
    "relu-on-projection",
    "The projected shortcut goes through a ReLU before the addition. Eq. (2) adds the projection as it is.",
)
def relu_on_projection(x, weights, stride=1):
    if "projection" not in weights:
        return residual_block(x, weights, stride)
    return relu(branch(x, weights, stride) + relu(shortcut(x, weights, stride)))


@mistake(
    "normalized-sum",
    "The last batch normalization acts on the sum of branch and shortcut. It stands right after the convolution, before the "
    "addition (Section 3.4); otherwise it normalizes the identity away.",
)
def normalized_sum(x, weights, stride=1):
    hidden = relu(batch_norm(convolve(x, weights["conv_1"], stride), weights["gain_1"], weights["bias_1"]))
    total = convolve(hidden, weights["conv_2"]) + shortcut(x, weights, stride)
    return relu(batch_norm(total, weights["gain_2"], weights["bias_2"]))


@mistake(
    "stride-on-second",
    "The second convolution takes the stride. The first one does, so that the whole branch after it works at the smaller size "
    "(Figure 3: the first layer of the new size carries the mark \"/2\").",
)
def stride_on_second(x, weights, stride=1):
    hidden = relu(batch_norm(convolve(x, weights["conv_1"]), weights["gain_1"], weights["bias_1"]))
    right = batch_norm(convolve(hidden, weights["conv_2"], stride), weights["gain_2"], weights["bias_2"])
    return relu(right + shortcut(x, weights, stride))


@mistake(
    "kernel-flipped",
    "The kernels are flipped, as a convolution in mathematics does. In neural networks the kernel is laid on the image as it is.",
)
def kernel_flipped(x, weights, stride=1):
    return residual_block(x, {name: w[:, :, ::-1, ::-1] if w.ndim == 4 else w for name, w in weights.items()}, stride)


def normalized_with(x, weights, stride, normalize):
    """The right block with another normalization of (maps, gain, bias). x: (batch, channels, height, width)."""
    hidden = relu(normalize(convolve(x, weights["conv_1"], stride), weights["gain_1"], weights["bias_1"]))
    right = normalize(convolve(hidden, weights["conv_2"]), weights["gain_2"], weights["bias_2"])
    if "projection" in weights:
        x = normalize(convolve(x, weights["projection"], stride), weights["projection_gain"], weights["projection_bias"])
    return relu(right + x)


def normalized(maps, gain, bias, axes, ddof=0):
    """maps: (batch, channels, height, width); axes: those that share statistics. Returns the same shape."""
    deviation = np.sqrt(maps.var(axis=axes, ddof=ddof, keepdims=True) + 1e-5)
    return gain[:, None, None] * (maps - maps.mean(axis=axes, keepdims=True)) / deviation + bias[:, None, None]


@mistake(
    "unbiased",
    "The variances divide by the count minus one. To normalize a batch, divide by the count; some libraries use the other as the "
    "default of their `var` or `std`.",
)
def unbiased(x, weights, stride=1):
    return normalized_with(x, weights, stride, lambda *of: normalized(*of, axes=(0, 2, 3), ddof=1))


@mistake(
    "each-image-alone",
    "Each image is normalized with its own mean and variance. Batch normalization pools the images of the batch too (axes 0, 2 "
    "and 3).",
)
def each_image_alone(x, weights, stride=1):
    return normalized_with(x, weights, stride, lambda *of: normalized(*of, axes=(2, 3)))


@mistake(
    "relu-before-normalization",
    "The ReLU between the two convolutions comes before the normalization. Section 3.4 puts the normalization right after each "
    "convolution and before the activation.",
)
def relu_before_normalization(x, weights, stride=1):
    hidden = batch_norm(relu(convolve(x, weights["conv_1"], stride)), weights["gain_1"], weights["bias_1"])
    right = batch_norm(convolve(hidden, weights["conv_2"]), weights["gain_2"], weights["bias_2"])
    return relu(right + shortcut(x, weights, stride))
