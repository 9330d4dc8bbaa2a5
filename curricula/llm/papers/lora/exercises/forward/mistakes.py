"""Well-known wrong low-rank layers."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "no-scale",
    "alpha / a.shape[0]", "1.0",
    "The update is not scaled. It is multiplied by α/r (Section 4.1).",
)
wrong(
    "alpha-only",
    "alpha / a.shape[0]", "alpha",
    "The update is multiplied by α alone. Without the division by r, a larger rank makes larger steps (Section 4.1).",
)
wrong(
    "root-of-rank",
    "alpha / a.shape[0]", "alpha / np.sqrt(a.shape[0])",
    "The scale is α/√r, as in a later paper (rsLoRA). Section 4.1 divides by r.",
)
wrong(
    "rank-from-outputs",
    "alpha / a.shape[0]", "alpha / b.shape[0]",
    "The number of outputs was taken for the rank. r is the number of rows of A, and of columns of B.",
)
wrong(
    "rank-from-inputs",
    "alpha / a.shape[0]", "alpha / a.shape[1]",
    "The number of inputs was taken for the rank. r is the number of rows of A, and of columns of B.",
)
wrong(
    "scales-base",
    "base + scale * update + bias", "scale * (base + update) + bias",
    "The frozen layer is scaled too. α/r belongs to the update alone: with B = 0 the layer must be the pretrained one.",
)
wrong(
    "base-dropped",
    "base + scale * update + bias", "scale * update + bias",
    "The frozen layer is missing. The update is added to it (eq. (3)).",
)
wrong(
    "bias-scaled",
    "scale * update + bias", "scale * (update + bias)",
    "The bias is scaled with the update. It belongs to the frozen layer.",
)
wrong(
    "bias-dropped",
    "scale * update + bias", "scale * update",
    "The bias is missing. The frozen layer keeps it.",
)
wrong(
    "a-and-b-exchanged",
    "x @ a.T", "x @ b",
    "low @ b.T", "low @ a",
    "A and B changed places: Bᵀ takes the input down and Aᵀ up. A reads the input; shapes hide it where in and out are equal.",
)
wrong(
    "weight-transposed",
    "x @ weight.T", "x @ weight",
    "The frozen matrix is used as (in, out). Its rows belong to outputs: x @ weight.T.",
)
wrong(
    "update-of-the-output",
    "low = x @ a.T", "low = base @ a.T",
    "The update reads the output of the frozen layer. Both read the same input, side by side (Figure 1).",
)
