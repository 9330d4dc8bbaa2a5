"""Well-known wrong gradients of layer normalization."""
from __future__ import annotations

from reference import normalize, over_cases
from study_lab import mistake


def gradients(d_y, a, gain, epsilon, mean=1.0, sigma=1.0):
    """The right gradients with the paths through mean and sigma weighted by two factors. Shapes as in the exercise."""
    hat, deviation = normalize(a, epsilon)
    d_hat = d_y * gain
    d_a = d_hat - mean * d_hat.mean(axis=-1, keepdims=True)
    d_a = (d_a - sigma * hat * (d_hat * hat).mean(axis=-1, keepdims=True)) / deviation
    return d_a, over_cases(d_y * hat), over_cases(d_y)


@mistake(
    "constant-mean",
    "The mean is treated as a constant. Each input moves the mean of its case by 1/H, which moves all its units: subtract "
    "the mean of the gradient (Section 3, eq. (3)).",
)
def constant_mean(d_y, a, gain, epsilon=1e-5):
    return gradients(d_y, a, gain, epsilon, mean=0.0)


@mistake(
    "constant-sigma",
    "The deviation is treated as a constant. Each input also changes sigma of its case; the term with the mean of "
    "gradient times normalized input is missing (Section 3, eq. (3)).",
)
def constant_sigma(d_y, a, gain, epsilon=1e-5):
    return gradients(d_y, a, gain, epsilon, sigma=0.0)


@mistake(
    "constant-statistics",
    "The gradient is only divided by sigma, as if mean and deviation were constants. Both depend on the inputs, and the "
    "gradient must pass through them (Section 3, eq. (3)).",
)
def constant_statistics(d_y, a, gain, epsilon=1e-5):
    return gradients(d_y, a, gain, epsilon, mean=0.0, sigma=0.0)


@mistake(
    "sums-not-means",
    "The two terms through mean and deviation are sums over the units. Mean and variance both carry a factor 1/H, so they "
    "are means.",
)
def sums_not_means(d_y, a, gain, epsilon=1e-5):
    units = a.shape[-1]
    return gradients(d_y, a, gain, epsilon, mean=units, sigma=units)


@mistake(
    "gain-forgotten",
    "The gradient for the inputs lacks the gain. The loss reaches the normalized input through y = gain * normalized + bias, "
    "so start from gain * d_y.",
)
def gain_forgotten(d_y, a, gain, epsilon=1e-5):
    d_a, _, _ = gradients(d_y, a, 1.0, epsilon)
    _, d_gain, d_bias = gradients(d_y, a, gain, epsilon)
    return d_a, d_gain, d_bias


@mistake(
    "mean-over-cases",
    "The gradients of gain and bias are means over the cases. They are sums; a mean over the batch belongs to the loss and is "
    "then already in d_y.",
)
def mean_over_cases(d_y, a, gain, epsilon=1e-5):
    d_a, d_gain, d_bias = gradients(d_y, a, gain, epsilon)
    count = a.size // a.shape[-1]
    return d_a, d_gain / count, d_bias / count


@mistake(
    "gain-of-raw-input",
    "The gradient of the gain uses the summed input itself. The gain multiplies the normalized input, so d_gain sums d_y times "
    "the normalized input.",
)
def gain_of_raw_input(d_y, a, gain, epsilon=1e-5):
    d_a, _, d_bias = gradients(d_y, a, gain, epsilon)
    return d_a, over_cases(d_y * a), d_bias


@mistake(
    "sigma-squared",
    "The gradient for the inputs is divided by the variance. The normalized input is (a - mean) / sigma, so one factor "
    "1/sigma stands in front.",
)
def sigma_squared(d_y, a, gain, epsilon=1e-5):
    d_a, d_gain, d_bias = gradients(d_y, a, gain, epsilon)
    return d_a / normalize(a, epsilon)[1], d_gain, d_bias


@mistake(
    "gain-at-the-end",
    "The gain multiplies the finished gradient. It belongs to the start, d = gain * d_y, since the means over the units are taken "
    "of gain * d_y.",
)
def gain_at_the_end(d_y, a, gain, epsilon=1e-5):
    d_a, _, _ = gradients(d_y, a, 1.0, epsilon)
    _, d_gain, d_bias = gradients(d_y, a, gain, epsilon)
    return gain * d_a, d_gain, d_bias


@mistake(
    "gain-and-bias-exchanged",
    "The gradients of gain and bias are exchanged. The order is (d_a, d_gain, d_bias).",
)
def gain_and_bias_exchanged(d_y, a, gain, epsilon=1e-5):
    d_a, d_gain, d_bias = gradients(d_y, a, gain, epsilon)
    return d_a, d_bias, d_gain


@mistake(
    "epsilon-fixed",
    "Epsilon is 1e-5, whatever is handed over. Use the argument.",
)
def epsilon_fixed(d_y, a, gain, epsilon=1e-5):
    return gradients(d_y, a, gain, 1e-5)
