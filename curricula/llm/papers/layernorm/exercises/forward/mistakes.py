"""Well-known wrong ways to write layer normalization."""
from __future__ import annotations

import numpy as np
from study_lab import mistake


def normalize(a, axis, epsilon):
    """a: any shape; axis: what is averaged over (an int, a tuple or None for all). Returns the shape of a."""
    mean = a.mean(axis=axis, keepdims=True)
    return (a - mean) / np.sqrt(a.var(axis=axis, keepdims=True) + epsilon)


@mistake(
    "batch-axis",
    "Mean and variance run over the first axis, the cases. That is batch normalization. Layer normalization averages over "
    "the units of one case, the last axis (Section 3, eq. (3)).",
)
def batch_axis(a, gain, bias, epsilon=1e-5):
    return gain * normalize(a, 0, epsilon) + bias


@mistake(
    "whole-array",
    "One mean and one variance serve the whole array. Each case needs its own; average over the last axis only "
    "(Section 3: different training cases have different normalization terms).",
)
def whole_array(a, gain, bias, epsilon=1e-5):
    return gain * normalize(a, None, epsilon) + bias


@mistake(
    "unbiased",
    "The sum of squares is divided by H - 1. Equation (3) divides by H. Some libraries use H - 1 as the default of their "
    "`var` or `std`.",
)
def unbiased(a, gain, bias, epsilon=1e-5):
    mean = a.mean(axis=-1, keepdims=True)
    variance = a.var(axis=-1, ddof=1, keepdims=True)
    return gain * (a - mean) / np.sqrt(variance + epsilon) + bias


@mistake(
    "not-centered",
    "The mean is not subtracted; the inputs are only divided by their root mean square. That is RMS normalization. "
    "Equation (4) subtracts the mean first.",
)
def not_centered(a, gain, bias, epsilon=1e-5):
    return gain * a / np.sqrt((a**2).mean(axis=-1, keepdims=True) + epsilon) + bias


@mistake(
    "epsilon-outside",
    "Epsilon is added to the deviation, after the root. Here it belongs to the variance, inside the root. The difference "
    "shows when the variance is small.",
)
def epsilon_outside(a, gain, bias, epsilon=1e-5):
    mean = a.mean(axis=-1, keepdims=True)
    return gain * (a - mean) / (a.std(axis=-1, keepdims=True) + epsilon) + bias


@mistake(
    "no-root",
    "The inputs are divided by the variance. Divide by the deviation, its square root (Section 3, eq. (3)).",
)
def no_root(a, gain, bias, epsilon=1e-5):
    mean = a.mean(axis=-1, keepdims=True)
    return gain * (a - mean) / (a.var(axis=-1, keepdims=True) + epsilon) + bias


@mistake(
    "bias-before-gain",
    "The bias is added before the gain multiplies, so it is scaled too. The gain multiplies the normalized input, then the "
    "bias is added (Section 3.1, eq. (4)).",
)
def bias_before_gain(a, gain, bias, epsilon=1e-5):
    return gain * (normalize(a, -1, epsilon) + bias)


@mistake(
    "no-gain-and-bias",
    "Gain and bias are not used. Each unit has its own gain and bias after the normalization (Section 3.1, eq. (4)).",
)
def no_gain_and_bias(a, gain, bias, epsilon=1e-5):
    return normalize(a, -1, epsilon)


@mistake(
    "all-but-the-first-axis",
    "Mean and variance run over all axes but the first, so the time steps of a text share them. Each position of the axes before "
    "the last is a case of its own (Section 3.1: the terms depend on the current time step only).",
)
def all_but_the_first_axis(a, gain, bias, epsilon=1e-5):
    return gain * normalize(a, tuple(range(1, a.ndim)) or -1, epsilon) + bias


@mistake(
    "epsilon-fixed",
    "Epsilon is 1e-5, whatever is handed over. Use the argument.",
)
def epsilon_fixed(a, gain, bias, epsilon=1e-5):
    return gain * normalize(a, -1, 1e-5) + bias
