"""Well-known wrong ways to switch between merged updates."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "keeps-old",
    "weight - update(old)", "weight + 0.0",
    "The old update stays in the matrix. Subtract it before the new one is added (Section 4.1).",
)
wrong(
    "adds-old",
    "weight - update(old)", "weight + update(old)",
    "The old update was added once more. It is subtracted.",
)
wrong(
    "forgets-new",
    "base + update(new)", "base",
    "The new update is missing: what came back is the frozen matrix.",
)
wrong(
    "subtracts-new",
    "base + update(new)", "base - update(new)",
    "The new update was subtracted. It is added.",
)
wrong(
    "unscaled",
    "scale * (", "(",
    "The updates are not scaled. The layer adds (α/r) B A, so this is what is merged.",
)
wrong(
    "alpha-only",
    'adapter["alpha"] / adapter["a"].shape[0]', 'adapter["alpha"]',
    "The updates carry α alone. Each is divided by its own rank.",
)
wrong(
    "unscaled-out",
    "weight - update(old)", 'weight - (old["b"] @ old["a"] if old else 0.0)',
    "The old update was subtracted without its scale, as the paper prints it. It was merged with the scale, so part of it stays.",
)
wrong(
    "scale-of-the-old",
    "base + update(new)", 'base + (update(new) * (old["alpha"] / len(old["a"]) / (new["alpha"] / len(new["a"]))) if old and new else update(new))',
    "The new update got the scale of the old one. Each adapter has its own α and rank.",
)
wrong(
    "mean-of-both",
    "base + update(new)", "base + (update(old) + update(new)) / 2",
    "The mean of both updates was merged. Switching leaves the new one alone.",
)
wrong(
    "product-exchanged",
    'adapter["b"] @ adapter["a"]', 'adapter["a"].T @ adapter["b"].T',
    "The product is transposed: Aᵀ Bᵀ. The matrix is (out, in), so the update is B A.",
)
wrong(
    "in-place",
    "base = weight - update(old)", "base = weight\n    base -= update(old)",
    "The matrix that was handed over was changed. Its owner still uses it, and a second call starts from the wrong weight.",
)
