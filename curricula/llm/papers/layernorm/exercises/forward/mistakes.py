"""Well-known wrong ways to write layer normalization."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "batch-axis",
    "a.mean(axis=-1, keepdims=True)", "a.mean(axis=0, keepdims=True)",
    "((a - mean) ** 2).mean(axis=-1, keepdims=True)", "((a - mean) ** 2).mean(axis=0, keepdims=True)",
    "Mean and variance run over the first axis, the cases. That is batch normalization. Layer normalization averages over "
    "the units of one case, the last axis (Section 3, eq. (3)).",
)
wrong(
    "whole-array",
    "a.mean(axis=-1, keepdims=True)", "a.mean(axis=None, keepdims=True)",
    "((a - mean) ** 2).mean(axis=-1, keepdims=True)", "((a - mean) ** 2).mean(axis=None, keepdims=True)",
    "One mean and one variance serve the whole array. Each case needs its own; average over the last axis only "
    "(Section 3: different training cases have different normalization terms).",
)
wrong(
    "unbiased",
    "((a - mean) ** 2).mean(axis=-1, keepdims=True)", "a.var(axis=-1, ddof=1, keepdims=True)",
    "The sum of squares is divided by H - 1. Equation (3) divides by H. Some libraries use H - 1 as the default of their "
    "`var` or `std`.",
)
wrong(
    "not-centered",
    "mean = a.mean(axis=-1, keepdims=True)", "mean = 0.0",
    "The mean is not subtracted; the inputs are only divided by their root mean square. That is RMS normalization. "
    "Equation (4) subtracts the mean first.",
)
wrong(
    "epsilon-outside",
    "np.sqrt(variance + epsilon)", "(np.sqrt(variance) + epsilon)",
    "Epsilon is added to the deviation, after the root. Here it belongs to the variance, inside the root. The difference "
    "shows when the variance is small.",
)
wrong(
    "no-root",
    "np.sqrt(variance + epsilon)", "(variance + epsilon)",
    "The inputs are divided by the variance. Divide by the deviation, its square root (Section 3, eq. (3)).",
)
wrong(
    "bias-before-gain",
    "gain * normalized + bias", "gain * (normalized + bias)",
    "The bias is added before the gain multiplies, so it is scaled too. The gain multiplies the normalized input, then the "
    "bias is added (Section 3.1, eq. (4)).",
)
wrong(
    "no-gain-and-bias",
    "gain * normalized + bias", "normalized",
    "Gain and bias are not used. Each unit has its own gain and bias after the normalization (Section 3.1, eq. (4)).",
)
wrong(
    "all-but-the-first-axis",
    "a.mean(axis=-1, keepdims=True)", "a.mean(axis=tuple(range(1, a.ndim)) or -1, keepdims=True)",
    "((a - mean) ** 2).mean(axis=-1, keepdims=True)", "((a - mean) ** 2).mean(axis=tuple(range(1, a.ndim)) or -1, keepdims=True)",
    "Mean and variance run over all axes but the first, so the time steps of a text share them. Each position of the axes before "
    "the last is a case of its own (Section 3.1: the terms depend on the current time step only).",
)
wrong(
    "epsilon-fixed",
    "variance + epsilon", "variance + 1e-5",
    "Epsilon is 1e-5, whatever is handed over. Use the argument.",
)
