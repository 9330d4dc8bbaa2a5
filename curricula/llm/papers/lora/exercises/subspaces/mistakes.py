"""Well-known wrong similarities of subspaces."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "left-vectors",
    "np.linalg.svd(a1, full_matrices=False)[2]", "np.linalg.svd(a1, full_matrices=False)[0].T",
    "np.linalg.svd(a2, full_matrices=False)[2]", "np.linalg.svd(a2, full_matrices=False)[0].T",
    "The left singular vectors were compared. They belong to the r numbers between A and B; the right ones are directions of the input (Section 7.2).",
)
wrong(
    "norm-not-squared",
    "return sums /", "return np.sqrt(sums) /",
    "The norm was not squared. Eq. (4) has its square.",
)
wrong(
    "overlaps-not-squared",
    "(u1 @ u2.T) ** 2", "np.abs(u1 @ u2.T)",
    "The overlaps were added up without being squared. The Frobenius norm squares each entry.",
)
wrong(
    "larger-number",
    "np.minimum(i, j)", "np.maximum(i, j)",
    "The sum was divided by the larger of i and j. It can only reach the smaller one (eq. (4)).",
)
wrong(
    "product-of-numbers",
    "np.minimum(i, j)", "(i * j)",
    "The sum was divided by i · j, which makes it a mean. Eq. (4) divides by the smaller of i and j.",
)
wrong(
    "rows-as-they-are",
    "np.linalg.svd(a1, full_matrices=False)[2]", "a1 / np.linalg.norm(a1, axis=1, keepdims=True)",
    "np.linalg.svd(a2, full_matrices=False)[2]", "a2 / np.linalg.norm(a2, axis=1, keepdims=True)",
    "The rows of A were compared. They are no orthogonal directions, and the first one is not the strongest: take the singular vectors.",
)
wrong(
    "orthogonal-rows",
    "np.linalg.svd(a1, full_matrices=False)[2]", "np.linalg.qr(a1.T)[0].T",
    "np.linalg.svd(a2, full_matrices=False)[2]", "np.linalg.qr(a2.T)[0].T",
    "The rows were made orthogonal in their order. They span the same space, but their first i do not hold the i strongest directions.",
)
wrong(
    "weakest-first",
    "np.linalg.svd(a1, full_matrices=False)[2]", "np.linalg.svd(a1, full_matrices=False)[2][::-1]",
    "np.linalg.svd(a2, full_matrices=False)[2]", "np.linalg.svd(a2, full_matrices=False)[2][::-1]",
    "The weakest directions come first, as eigh returns them. The strongest ones come first.",
)
wrong(
    "one-with-one",
    "overlaps.cumsum(axis=0).cumsum(axis=1)", "overlaps * np.minimum(i, j)",
    "    i = np.arange(1, len(a1) + 1)[:, None]\n    j = np.arange(1, len(a2) + 1)\n", "",
    "u2 = np.linalg.svd", "i, j = np.arange(1, len(a1) + 1)[:, None], np.arange(1, len(a2) + 1)\n    u2 = np.linalg.svd",
    "Direction i was compared with direction j alone. Eq. (4) compares the spaces of the first i and the first j.",
)
wrong(
    "only-one-sum",
    "overlaps.cumsum(axis=0).cumsum(axis=1)", "overlaps.cumsum(axis=0)",
    "The sum runs over the first i directions of the one, but over one of the other. It runs over the first i and the first j.",
)
wrong(
    "geometric-mean",
    "np.minimum(i, j)", "np.sqrt(i * j)",
    "The sum is divided by the root of i times j. Equation (4) divides by the smaller of the two.",
)
