"""Well-known wrong gradients of a low-rank layer."""
from __future__ import annotations

from study_lab import inherits, wrong

wrong(
    "no-scale",
    "scale * grad", "grad",
    "The scale α/r is missing in all gradients. It stands in the forward pass, so every path through the update carries it.",
)
wrong(
    "alpha-only",
    "alpha / a.shape[0]", "alpha",
    "The gradients carry α instead of α/r. The forward pass divides by the rank (Section 4.1).",
)
wrong(
    "scale-twice",
    "d_low = d_update @ b", "d_low = scale * d_update @ b",
    "The gradient of A carries the scale twice. The path to A goes through it once.",
)
wrong(
    "scale-only-for-b",
    "d_low = d_update @ b", "d_low = grad @ b",
    "The gradient of B is scaled and that of A is not. Both paths go through the scale once.",
)
wrong(
    "frozen-base-x",
    "grad @ weight + d_low @ a", "d_low @ a",
    "The input gets no gradient through the frozen matrix. Frozen means that W itself does not learn; what comes before it still does.",
)
wrong(
    "base-only-x",
    "grad @ weight + d_low @ a", "grad @ weight",
    "The input gets no gradient through the update. It is read there too.",
)
wrong(
    "mean-over-tokens",
    "d_update.T @ low", "d_update.T @ low / len(x)",
    "d_low.T @ x", "d_low.T @ x / len(x)",
    "The gradients of A and B are means over the tokens. The chain rule sums; a mean in the loss is in `grad` already.",
)
wrong(
    "a-and-b-exchanged",
    '"a": d_a, "b": d_b', '"a": d_b.T, "b": d_a.T',
    "The gradients of A and B changed places. A is (r, in) and B is (out, r); shapes hide it where in and out are equal.",
)
wrong(
    "through-the-merged-matrix",
    "d_update.T @ low", "grad.T @ low",
    "d_low.T @ x", "(grad @ b).T @ x",
    "The gradients of A and B were taken from that of W + BA and lack the scale. The input's has it.",
)
wrong(
    "zero-b-stops-both",
    "d_update.T @ low", "d_update.T @ low * np.any(b != 0)",
    "With B = 0 the gradient of B is 0 as well. B's gradient goes through A, not through B, so learning can start (Section 4.1).",
)
wrong(
    "updated-b",
    "d_low = d_update @ b", "d_low = d_update @ (b - d_b)",
    "A's gradient was taken after a step on B. All gradients belong to the same weights.",
)
inherits("forward")
