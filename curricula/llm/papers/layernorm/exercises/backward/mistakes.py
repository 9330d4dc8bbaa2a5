"""Well-known wrong gradients of layer normalization."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "constant-mean",
    "d_normalized - through_mean - through_sigma", "d_normalized - through_sigma",
    "The mean is treated as a constant. Each input moves the mean of its case by 1/H, which moves all its units: subtract "
    "the mean of the gradient (Section 3, eq. (3)).",
)
wrong(
    "constant-sigma",
    "d_normalized - through_mean - through_sigma", "d_normalized - through_mean",
    "The deviation is treated as a constant. Each input also changes sigma of its case; the term with the mean of "
    "gradient times normalized input is missing (Section 3, eq. (3)).",
)
wrong(
    "constant-statistics",
    "(d_normalized - through_mean - through_sigma)", "d_normalized",
    "The gradient is only divided by sigma, as if mean and deviation were constants. Both depend on the inputs, and the "
    "gradient must pass through them (Section 3, eq. (3)).",
)
wrong(
    "sums-not-means",
    "d_normalized.mean(axis=-1, keepdims=True)", "d_normalized.sum(axis=-1, keepdims=True)",
    "(d_normalized * normalized).mean(", "(d_normalized * normalized).sum(",
    "The two terms through mean and deviation are sums over the units. Mean and variance both carry a factor 1/H, so they "
    "are means.",
)
wrong(
    "gain-forgotten",
    "d_normalized = d_y * gain", "d_normalized = d_y",
    "The gradient for the inputs lacks the gain. The loss reaches the normalized input through y = gain * normalized + bias, "
    "so start from gain * d_y.",
)
wrong(
    "mean-over-cases",
    ".sum(axis=0)", ".mean(axis=0)",
    "The gradients of gain and bias are means over the cases. They are sums; a mean over the batch belongs to the loss and is "
    "then already in d_y.",
)
wrong(
    "gain-of-raw-input",
    "over_cases(d_y * normalized)", "over_cases(d_y * a)",
    "The gradient of the gain uses the summed input itself. The gain multiplies the normalized input, so d_gain sums d_y times "
    "the normalized input.",
)
wrong(
    "sigma-squared",
    "through_sigma) / sigma", "through_sigma) / sigma**2",
    "The gradient for the inputs is divided by the variance. The normalized input is (a - mean) / sigma, so one factor "
    "1/sigma stands in front.",
)
wrong(
    "gain-at-the-end",
    "d_normalized = d_y * gain", "d_normalized = d_y",
    "through_sigma) / sigma", "through_sigma) / sigma * gain",
    "The gain multiplies the finished gradient. It belongs to the start, d = gain * d_y, since the means over the units are taken "
    "of gain * d_y.",
)
wrong(
    "gain-and-bias-exchanged",
    "return d_a, d_gain, d_bias", "return d_a, d_bias, d_gain",
    "The gradients of gain and bias are exchanged. The order is (d_a, d_gain, d_bias).",
)
wrong(
    "epsilon-fixed",
    "normalize(a, epsilon)", "normalize(a, 1e-5)",
    "Epsilon is 1e-5, whatever is handed over. Use the argument.",
)
