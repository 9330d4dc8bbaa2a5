"""Well-known wrong ways to normalize by the root mean square."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "centres",
    "mean_square = (x**2)", "x = x - x.mean(axis=-1, keepdims=True)\n    mean_square = (x**2)",
    "The mean is subtracted first. That is layer normalization; RMSNorm leaves the mean in (Section 2.2).",
)
wrong(
    "variance",
    "(x**2).mean(axis=-1, keepdims=True)", "x.var(axis=-1, keepdims=True)",
    "The row is divided by its deviation. RMSNorm divides by the root of the mean of the squares, in which the mean is not taken out.",
)
wrong(
    "sum-of-squares",
    "(x**2).mean(axis=-1, keepdims=True)", "(x**2).sum(axis=-1, keepdims=True)",
    "The squares are added up, so rows get the length 1. Their mean is taken: rows get the length √d.",
)
wrong(
    "mean-absolute",
    "np.sqrt(mean_square + epsilon)", "np.abs(x).mean(axis=-1, keepdims=True) + epsilon",
    "The row is divided by the mean of its absolute values. It is the root of the mean of the squares.",
)
wrong(
    "no-root",
    "np.sqrt(mean_square + epsilon)", "mean_square + epsilon",
    "The row is divided by the mean of its squares. Take the root of it.",
)
wrong(
    "epsilon-outside",
    "np.sqrt(mean_square + epsilon)", "np.sqrt(mean_square) + epsilon",
    "Epsilon is added to the root. Here it is added to the mean of the squares, under the root.",
)
wrong(
    "largest-of-both",
    "mean_square + epsilon", "np.maximum(mean_square, epsilon)",
    "The larger one of the mean and epsilon is taken. Epsilon is added.",
)
wrong(
    "no-epsilon",
    "mean_square + epsilon", "mean_square",
    "Epsilon has no effect, and a row of zeros becomes NaN. Add it under the root.",
)
wrong(
    "over-the-batch",
    "(x**2).mean(axis=-1, keepdims=True)", "(x**2).mean(axis=0, keepdims=True)",
    "The mean runs over the first axis, as in batch normalization. Each row is normalized by itself.",
)
wrong(
    "over-everything",
    "(x**2).mean(axis=-1, keepdims=True)", "(x**2).mean()",
    "One mean was taken over the whole array. Each row has its own.",
)
wrong(
    "gain-plus-one",
    "normalized * gain", "normalized * (1.0 + gain)",
    "The gain counts from 1. Some later models store it so; here the row is multiplied by the gain itself.",
)
wrong(
    "no-gain",
    "normalized * gain", "normalized",
    "The gain is missing. Each feature has one.",
)
wrong(
    "second-axis",
    "axis=-1", "axis=min(1, x.ndim - 1)",
    "The mean runs over axis 1. It runs over the last axis, however many there are before it.",
)
