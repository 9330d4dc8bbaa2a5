"""Well-known wrong ways to write batch normalization."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "unbiased-normalization",
    "np.sqrt(by_channel(variance) + epsilon)", "np.sqrt(by_channel(unbiased if training else variance) + epsilon)",
    "The batch is normalized with a variance that divides by m - 1. In training the normalization divides by m; only the "
    "running variance gets the factor m / (m - 1) (Ioffe and Szegedy, Algorithms 1 and 2).",
)
wrong(
    "biased-running",
    "momentum * unbiased", "momentum * variance",
    "The running variance averages variances that divide by m. It estimates the population, so it takes the unbiased "
    "variance, m / (m - 1) times that of the batch (Ioffe and Szegedy, Algorithm 2).",
)
wrong(
    "biases-exchanged",
    "np.sqrt(by_channel(variance) + epsilon)", "np.sqrt(by_channel(unbiased if training else variance) + epsilon)",
    "momentum * unbiased", "momentum * variance",
    "The two variances are exchanged: m - 1 for the normalization, m for the running average. It is the other way round "
    "(Ioffe and Szegedy, Algorithms 1 and 2).",
)
wrong(
    "momentum-swapped",
    "(1 - momentum) * running_mean + momentum * mean", "momentum * running_mean + (1 - momentum) * mean",
    "(1 - momentum) * running_variance + momentum * unbiased", "momentum * running_variance + (1 - momentum) * unbiased",
    "The running averages keep the share `momentum` of the old value. Here momentum is the weight of the new batch: "
    "(1 - momentum) * old + momentum * batch.",
)
wrong(
    "training-uses-running",
    "    if training:\n", "    used_mean, used_variance = running_mean, running_variance\n    if training:\n",
    "by_channel(mean)", "by_channel(used_mean)",
    "by_channel(variance)", "by_channel(used_variance)",
    "In training the batch is normalized with the running averages. Training uses the mean and variance of the batch itself "
    "(Ioffe and Szegedy, Algorithm 1).",
)
wrong(
    "updated-first",
    "by_channel(mean)", "by_channel(running_mean)",
    "by_channel(variance)", "by_channel(running_variance)",
    "In training the running averages are updated and then used to normalize. They serve evaluation only; training uses the "
    "mean and variance of the batch itself (Ioffe and Szegedy, Algorithm 1).",
)
wrong(
    "evaluation-uses-batch",
    "mean, variance = running_mean, running_variance", "mean, variance = x.mean(axis=SHARED), x.var(axis=SHARED)",
    "In evaluation the statistics of the batch are used, so the result of one image depends on the others. Evaluation uses the "
    "running averages (Ioffe and Szegedy, Algorithm 2).",
)
wrong(
    "evaluation-updates",
    "mean, variance = running_mean, running_variance", "mean, variance = running_mean, running_variance\n        running_mean = (1 - momentum) * running_mean + momentum * x.mean(axis=SHARED)\n        running_variance = (1 - momentum) * running_variance + momentum * x.var(axis=SHARED, ddof=1)",
    "The running averages change in evaluation. Only training updates them; otherwise the model learns from the test set.",
)
wrong(
    "never-updated",
    "(1 - momentum) * running_mean + momentum * mean", "running_mean",
    "(1 - momentum) * running_variance + momentum * unbiased", "running_variance",
    "The running averages come back from training as they were. Each training step moves them toward the statistics of its "
    "batch.",
)
wrong(
    "each-image-alone",
    "normalized = (x - by_channel(mean)) / np.sqrt(by_channel(variance) + epsilon)", "normalized = (x - by_channel(mean)) / np.sqrt(by_channel(variance) + epsilon)\n    if training:\n        centered = x - x.mean(axis=(2, 3), keepdims=True)\n        normalized = centered / np.sqrt(x.var(axis=(2, 3), keepdims=True) + epsilon)",
    "Each image is normalized with its own mean and variance per channel. That is instance normalization. Batch normalization "
    "pools all images of the batch too (axes 0, 2 and 3).",
)
wrong(
    "each-pixel-alone",
    "normalized = (x - by_channel(mean)) / np.sqrt(by_channel(variance) + epsilon)", "normalized = (x - by_channel(mean)) / np.sqrt(by_channel(variance) + epsilon)\n    if training:\n        centered = x - x.mean(axis=0, keepdims=True)\n        normalized = centered / np.sqrt(x.var(axis=0, keepdims=True) + epsilon)",
    "Each pixel is normalized over the batch alone. A convolution treats all places alike, so a channel pools them: average over "
    "axes 0, 2 and 3 (Ioffe and Szegedy, Section 3.2).",
)
wrong(
    "epsilon-outside",
    "np.sqrt(by_channel(variance) + epsilon)", "(np.sqrt(by_channel(variance)) + epsilon)",
    "Epsilon is added to the deviation, after the root. It belongs to the variance, inside the root (Ioffe and Szegedy, "
    "Algorithm 1).",
)
wrong(
    "images-counted",
    "x.size // x.shape[1]", "len(x)",
    "The m of the factor m / (m - 1) is the number of images. A channel has m = batch * height * width values, since it pools all "
    "pixels (Ioffe and Szegedy, Section 3.2).",
)
