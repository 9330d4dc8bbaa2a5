"""Well-known wrong ways to write the three normalizations of Section 5.1."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "input-normalized",
    "summed = x @ weights.T", "summed = x @ weights.T if method == \"weight\" else x",
    "normalized = (summed - mean) / deviation", "normalized = (summed - mean) / deviation\n    if method != \"weight\":\n        normalized = normalized @ weights.T",
    "Batch and layer normalization are applied to the input x, before the weights. They normalize the summed inputs, after the "
    "weights; otherwise scaling the weights scales the output (Section 5.1, after eq. (6)).",
)
wrong(
    "exchanged",
    "{\"batch\": 0, \"layer\": 1}", "{\"batch\": 1, \"layer\": 0}",
    "Batch and layer are exchanged: for \"batch\" each unit is averaged over the cases, for \"layer\" each case over its units "
    "(eqs. (2) and (3)).",
)
wrong(
    "bias-inside",
    "summed = x @ weights.T", "summed = x @ weights.T + bias",
    "gain * normalized + bias", "gain * normalized",
    "The bias is added to the summed inputs before the normalization. In equation (5) it comes after it.",
)
wrong(
    "whole-matrix-norm",
    "np.sqrt((weights**2).sum(axis=1))", "np.sqrt((weights**2).sum())",
    "Weight normalization divides by the norm of the whole matrix. Each unit is divided by the length of its own weight "
    "vector, so that scaling one vector changes nothing (Section 5.1, Table 1).",
)
wrong(
    "column-norm",
    "summed = x @ weights.T", "if method == \"weight\":\n        weights = weights / np.linalg.norm(weights, axis=0)\n    summed = x @ weights.T",
    "np.sqrt((weights**2).sum(axis=1))", "np.ones(1)",
    "Weight normalization takes the length of the columns of the matrix. The weight vector of a unit is a row of `weights`, "
    "shape (units, inputs).",
)
wrong(
    "squared-norm",
    "np.sqrt((weights**2).sum(axis=1))", "(weights**2).sum(axis=1)",
    "Weight normalization divides by the squared length of the weight vector. The deviation is the length itself "
    "(Section 5.1).",
)
wrong(
    "unbiased",
    "((a - mean) ** 2).mean(axis=axis, keepdims=True)", "a.var(axis=axis, ddof=1, keepdims=True)",
    "The deviations divide by the count minus one. Equations (2) and (3) are means over all cases or all units.",
)
wrong(
    "gain-before",
    "summed = x @ weights.T", "weights = weights * gain[:, None]\n    summed = x @ weights.T",
    "gain * normalized + bias", "normalized + bias",
    "The gain multiplies the summed inputs before the normalization. It belongs after it; before it, batch and weight "
    "normalization divide it out again (eq. (5)).",
)
wrong(
    "epsilon",
    "((a - mean) ** 2).mean(axis=axis, keepdims=True)", "((a - mean) ** 2).mean(axis=axis, keepdims=True) + 1e-5",
    "An epsilon of 1e-5 is added to the variance. Equation (5) has none, and with it the output is no longer invariant to "
    "re-scaling (Table 1).",
)
wrong(
    "epsilon-outside",
    "np.sqrt(((a - mean) ** 2).mean(axis=axis, keepdims=True))", "np.sqrt(((a - mean) ** 2).mean(axis=axis, keepdims=True)) + 1e-5",
    "An epsilon of 1e-5 is added to the deviation. Equation (5) has none, and with it the output is no longer invariant to "
    "re-scaling (Table 1).",
)
