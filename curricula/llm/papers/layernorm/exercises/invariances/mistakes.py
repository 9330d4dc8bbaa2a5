"""Well-known wrong ways to write the three normalizations of Section 5.1."""
from __future__ import annotations

import numpy as np
from reference import moments, normalized_linear
from study_lab import mistake


@mistake(
    "input-normalized",
    "Batch and layer normalization are applied to the input x, before the weights. They normalize the summed inputs, after the "
    "weights; otherwise scaling the weights scales the output (Section 5.1, after eq. (6)).",
)
def input_normalized(x, weights, gain, bias, method):
    if method == "weight":
        return normalized_linear(x, weights, gain, bias, method)
    mean, deviation = moments(x, weights, method)
    return gain * (((x - mean) / deviation) @ weights.T) + bias


@mistake(
    "exchanged",
    "Batch and layer are exchanged: for \"batch\" each unit is averaged over the cases, for \"layer\" each case over its units "
    "(eqs. (2) and (3)).",
)
def exchanged(x, weights, gain, bias, method):
    return normalized_linear(x, weights, gain, bias, {"batch": "layer", "layer": "batch"}.get(method, method))


@mistake(
    "bias-inside",
    "The bias is added to the summed inputs before the normalization. In equation (5) it comes after it.",
)
def bias_inside(x, weights, gain, bias, method):
    summed = x @ weights.T + bias
    mean, deviation = moments(summed, weights, method)
    return gain * (summed - mean) / deviation


@mistake(
    "whole-matrix-norm",
    "Weight normalization divides by the norm of the whole matrix. Each unit is divided by the length of its own weight "
    "vector, so that scaling one vector changes nothing (Section 5.1, Table 1).",
)
def whole_matrix_norm(x, weights, gain, bias, method):
    if method == "weight":
        return gain * (x @ weights.T) / np.linalg.norm(weights) + bias
    return normalized_linear(x, weights, gain, bias, method)


@mistake(
    "column-norm",
    "Weight normalization takes the length of the columns of the matrix. The weight vector of a unit is a row of `weights`, "
    "shape (units, inputs).",
)
def column_norm(x, weights, gain, bias, method):
    if method == "weight":
        return gain * (x @ (weights / np.linalg.norm(weights, axis=0)).T) + bias
    return normalized_linear(x, weights, gain, bias, method)


@mistake(
    "squared-norm",
    "Weight normalization divides by the squared length of the weight vector. The deviation is the length itself "
    "(Section 5.1).",
)
def squared_norm(x, weights, gain, bias, method):
    if method == "weight":
        return gain * (x @ weights.T) / (weights**2).sum(axis=1) + bias
    return normalized_linear(x, weights, gain, bias, method)


@mistake(
    "unbiased",
    "The deviations divide by the count minus one. Equations (2) and (3) are means over all cases or all units.",
)
def unbiased(x, weights, gain, bias, method):
    if method == "weight":
        return normalized_linear(x, weights, gain, bias, method)
    axis = {"batch": 0, "layer": 1}[method]
    summed = x @ weights.T
    centered = summed - summed.mean(axis=axis, keepdims=True)
    return gain * centered / summed.std(axis=axis, ddof=1, keepdims=True) + bias


@mistake(
    "gain-before",
    "The gain multiplies the summed inputs before the normalization. It belongs after it; before it, batch and weight "
    "normalization divide it out again (eq. (5)).",
)
def gain_before(x, weights, gain, bias, method):
    return normalized_linear(x, weights * gain[:, None], np.ones_like(gain), bias, method)


@mistake(
    "epsilon",
    "An epsilon of 1e-5 is added to the variance. Equation (5) has none, and with it the output is no longer invariant to "
    "re-scaling (Table 1).",
)
def with_epsilon(x, weights, gain, bias, method):
    if method == "weight":
        return normalized_linear(x, weights, gain, bias, method)
    summed = x @ weights.T
    mean, deviation = moments(summed, weights, method)
    return gain * (summed - mean) / np.sqrt(deviation**2 + 1e-5) + bias


@mistake(
    "epsilon-outside",
    "An epsilon of 1e-5 is added to the deviation. Equation (5) has none, and with it the output is no longer invariant to "
    "re-scaling (Table 1).",
)
def epsilon_outside(x, weights, gain, bias, method):
    if method == "weight":
        return normalized_linear(x, weights, gain, bias, method)
    summed = x @ weights.T
    mean, deviation = moments(summed, weights, method)
    return gain * (summed - mean) / (deviation + 1e-5) + bias
