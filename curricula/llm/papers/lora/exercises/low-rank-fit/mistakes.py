"""Well-known wrong low-rank approximations."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "smallest",
    "left[:, :r] * values[:r]", "left[:, -r:] * values[-r:]",
    "right[:r]", "right[-r:]",
    "The smallest singular values were kept. The largest ones hold most of the matrix.",
)
wrong(
    "first-rows",
    "update = b @ a", "update = np.where(np.arange(len(delta))[:, None] < r, delta, 0.0)",
    "The first r rows were kept. That is of rank r too, but not the nearest such matrix.",
)
wrong(
    "one-more",
    "left[:, :r] * values[:r]", "left[:, : r + 1] * values[: r + 1]",
    "right[:r]", "right[: r + 1]",
    "One singular value too many was kept: r of them, counted from 0, end before index r.",
)
wrong(
    "values-forgotten",
    "left[:, :r] * values[:r]", "left[:, :r]",
    "The singular vectors were multiplied without their values.",
)
wrong(
    "values-twice",
    "a = right[:r]", "a = values[:r, None] * right[:r]",
    "The singular values were multiplied into both factors. They belong into one, or their roots into each.",
)
wrong(
    "right-transposed",
    "update = b @ a", "update = b @ right.T[:r] if right.shape[0] == right.shape[1] else b @ a",
    "The right singular vectors were taken from the columns. NumPy's svd returns them as rows.",
)
wrong(
    "squared-error",
    "np.sqrt((values[r:] ** 2).sum())", "(values[r:] ** 2).sum()",
    "The error is the sum of squares. The Frobenius norm is its root.",
)
wrong(
    "sum-of-values",
    "np.sqrt((values[r:] ** 2).sum())", "values[r:].sum()",
    "The error is the sum of the singular values that were left out. The Frobenius norm is the root of the sum of their squares.",
)
wrong(
    "largest-left-out",
    "np.sqrt((values[r:] ** 2).sum())", "(values[r] if r < len(values) else 0.0)",
    "The error is the largest singular value that was left out. That is the spectral norm; the Frobenius norm counts all of them.",
)
wrong(
    "mean-error",
    "np.sqrt((values[r:] ** 2).sum())", "np.sqrt((values[r:] ** 2).sum() / delta.size)",
    "The error was divided by the number of entries. The Frobenius norm is the root of the sum.",
)
wrong(
    "captured-unsquared",
    "(values[:r] ** 2).sum() / (values**2).sum()", "values[:r].sum() / values.sum()",
    "The captured share is of the singular values. The squared norm is the sum of their squares.",
)
wrong(
    "captured-root",
    "(values[:r] ** 2).sum() / (values**2).sum()", "np.sqrt((values[:r] ** 2).sum() / (values**2).sum())",
    "The captured share is of the norm. It is asked of the squared norm.",
)
wrong(
    "rank-of-the-update",
    "int((values > 1e-6 * values[0]).sum())", "min(r, int((values > 1e-6 * values[0]).sum()))",
    "The rank is that of the update. It is asked of delta.",
)
wrong(
    "shape-for-rank",
    "int((values > 1e-6 * values[0]).sum())", "len(values)",
    "The rank was read off the shape. Singular values that are 0 do not count.",
)
wrong(
    "absolute-limit",
    "values > 1e-6 * values[0]", "values > 1e-6",
    "Singular values are compared with 10^-6 itself. Compare them with 10^-6 of the largest, or a small update has no rank at all.",
)
