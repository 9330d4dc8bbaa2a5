"""Well-known wrong ways to write batch normalization."""
from __future__ import annotations

import numpy as np
from reference import SHARED, batch_norm, by_channel, normalize
from study_lab import mistake


def affine(x, gain, bias, mean, variance, epsilon):
    """x: (batch, channels, height, width); the others (channels,). Returns the shape of x."""
    return by_channel(gain) * normalize(x, mean, variance, epsilon) + by_channel(bias)


@mistake(
    "unbiased-normalization",
    "The batch is normalized with a variance that divides by m - 1. In training the normalization divides by m; only the "
    "running variance gets the factor m / (m - 1) (Ioffe and Szegedy, Algorithms 1 and 2).",
)
def unbiased_normalization(x, gain, bias, running_mean, running_variance, training, momentum=0.1, epsilon=1e-5):
    y, mean, variance = batch_norm(x, gain, bias, running_mean, running_variance, training, momentum, epsilon)
    if training:
        y = affine(x, gain, bias, x.mean(axis=SHARED), x.var(axis=SHARED, ddof=1), epsilon)
    return y, mean, variance


@mistake(
    "biased-running",
    "The running variance averages variances that divide by m. It estimates the population, so it takes the unbiased "
    "variance, m / (m - 1) times that of the batch (Ioffe and Szegedy, Algorithm 2).",
)
def biased_running(x, gain, bias, running_mean, running_variance, training, momentum=0.1, epsilon=1e-5):
    y, mean, variance = batch_norm(x, gain, bias, running_mean, running_variance, training, momentum, epsilon)
    if training:
        variance = (1 - momentum) * running_variance + momentum * x.var(axis=SHARED)
    return y, mean, variance


@mistake(
    "biases-exchanged",
    "The two variances are exchanged: m - 1 for the normalization, m for the running average. It is the other way round "
    "(Ioffe and Szegedy, Algorithms 1 and 2).",
)
def biases_exchanged(x, gain, bias, running_mean, running_variance, training, momentum=0.1, epsilon=1e-5):
    arguments = (x, gain, bias, running_mean, running_variance, training, momentum, epsilon)
    y, mean, _ = unbiased_normalization(*arguments)
    return y, mean, biased_running(*arguments)[2]


@mistake(
    "momentum-swapped",
    "The running averages keep the share `momentum` of the old value. Here momentum is the weight of the new batch: "
    "(1 - momentum) * old + momentum * batch.",
)
def momentum_swapped(x, gain, bias, running_mean, running_variance, training, momentum=0.1, epsilon=1e-5):
    return batch_norm(x, gain, bias, running_mean, running_variance, training, 1 - momentum, epsilon)


@mistake(
    "training-uses-running",
    "In training the batch is normalized with the running averages. Training uses the mean and variance of the batch itself "
    "(Ioffe and Szegedy, Algorithm 1).",
)
def training_uses_running(x, gain, bias, running_mean, running_variance, training, momentum=0.1, epsilon=1e-5):
    _, mean, variance = batch_norm(x, gain, bias, running_mean, running_variance, training, momentum, epsilon)
    return affine(x, gain, bias, running_mean, running_variance, epsilon), mean, variance


@mistake(
    "updated-first",
    "In training the running averages are updated and then used to normalize. They serve evaluation only; training uses the "
    "mean and variance of the batch itself (Ioffe and Szegedy, Algorithm 1).",
)
def updated_first(x, gain, bias, running_mean, running_variance, training, momentum=0.1, epsilon=1e-5):
    _, mean, variance = batch_norm(x, gain, bias, running_mean, running_variance, training, momentum, epsilon)
    return affine(x, gain, bias, mean, variance, epsilon), mean, variance


@mistake(
    "evaluation-uses-batch",
    "In evaluation the statistics of the batch are used, so the result of one image depends on the others. Evaluation uses the "
    "running averages (Ioffe and Szegedy, Algorithm 2).",
)
def evaluation_uses_batch(x, gain, bias, running_mean, running_variance, training, momentum=0.1, epsilon=1e-5):
    if training:
        return batch_norm(x, gain, bias, running_mean, running_variance, training, momentum, epsilon)
    y = affine(x, gain, bias, x.mean(axis=SHARED), x.var(axis=SHARED), epsilon)
    return y, running_mean, running_variance


@mistake(
    "evaluation-updates",
    "The running averages change in evaluation. Only training updates them; otherwise the model learns from the test set.",
)
def evaluation_updates(x, gain, bias, running_mean, running_variance, training, momentum=0.1, epsilon=1e-5):
    y, _, _ = batch_norm(x, gain, bias, running_mean, running_variance, training, momentum, epsilon)
    _, mean, variance = batch_norm(x, gain, bias, running_mean, running_variance, True, momentum, epsilon)
    return y, mean, variance


@mistake(
    "never-updated",
    "The running averages come back from training as they were. Each training step moves them towards the statistics of its "
    "batch.",
)
def never_updated(x, gain, bias, running_mean, running_variance, training, momentum=0.1, epsilon=1e-5):
    y, _, _ = batch_norm(x, gain, bias, running_mean, running_variance, training, momentum, epsilon)
    return y, running_mean, running_variance


@mistake(
    "each-image-alone",
    "Each image is normalized with its own mean and variance per channel. That is instance normalization. Batch normalization "
    "pools all images of the batch too (axes 0, 2 and 3).",
)
def each_image_alone(x, gain, bias, running_mean, running_variance, training, momentum=0.1, epsilon=1e-5):
    y, mean, variance = batch_norm(x, gain, bias, running_mean, running_variance, training, momentum, epsilon)
    if training:
        centered = x - x.mean(axis=(2, 3), keepdims=True)
        normalized = centered / np.sqrt(x.var(axis=(2, 3), keepdims=True) + epsilon)
        y = by_channel(gain) * normalized + by_channel(bias)
    return y, mean, variance


@mistake(
    "each-pixel-alone",
    "Each pixel is normalized over the batch alone. A convolution treats all places alike, so a channel pools them: average over "
    "axes 0, 2 and 3 (Ioffe and Szegedy, Section 3.2).",
)
def each_pixel_alone(x, gain, bias, running_mean, running_variance, training, momentum=0.1, epsilon=1e-5):
    y, mean, variance = batch_norm(x, gain, bias, running_mean, running_variance, training, momentum, epsilon)
    if training:
        normalized = (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + epsilon)
        y = by_channel(gain) * normalized + by_channel(bias)
    return y, mean, variance


@mistake(
    "epsilon-outside",
    "Epsilon is added to the deviation, after the root. It belongs to the variance, inside the root (Ioffe and Szegedy, "
    "Algorithm 1).",
)
def epsilon_outside(x, gain, bias, running_mean, running_variance, training, momentum=0.1, epsilon=1e-5):
    _, mean, variance = batch_norm(x, gain, bias, running_mean, running_variance, training, momentum, epsilon)
    used = (x.mean(axis=SHARED), x.var(axis=SHARED)) if training else (running_mean, running_variance)
    # Chosen so that sqrt(this variance + 0) is the deviation plus epsilon.
    return affine(x, gain, bias, used[0], (np.sqrt(used[1]) + epsilon) ** 2, 0.0), mean, variance


@mistake(
    "images-counted",
    "The m of the factor m / (m - 1) is the number of images. A channel has m = batch * height * width values, since it pools all "
    "pixels (Ioffe and Szegedy, Section 3.2).",
)
def images_counted(x, gain, bias, running_mean, running_variance, training, momentum=0.1, epsilon=1e-5):
    y, mean, variance = batch_norm(x, gain, bias, running_mean, running_variance, training, momentum, epsilon)
    if training:
        images = len(x)
        variance = (1 - momentum) * running_variance + momentum * x.var(axis=SHARED) * images / (images - 1)
    return y, mean, variance
