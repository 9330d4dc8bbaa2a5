"""The best update of a rank (Eckart and Young)."""
from __future__ import annotations

import numpy as np


def fit(delta: np.ndarray, r: int) -> dict[str, object]:
    """delta: (out, in). Returns update (out, in), error, captured and rank."""
    left, values, right = np.linalg.svd(delta, full_matrices=False)
    b = left[:, :r] * values[:r]
    a = right[:r]
    update = b @ a
    error = np.sqrt((values[r:] ** 2).sum())
    captured = (values[:r] ** 2).sum() / (values**2).sum()
    rank = int((values > 1e-6 * values[0]).sum())
    return {"update": update, "error": error, "captured": captured, "rank": rank}
