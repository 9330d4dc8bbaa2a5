"""A frozen layer whose examples use different adapters (Section 4.2)."""
from __future__ import annotations

import numpy as np


def serve(x: np.ndarray, weight: np.ndarray, adapters: list[dict[str, object]], ids: np.ndarray) -> np.ndarray:
    """x: (batch, tokens, in); weight: (out, in); ids: (batch,). Returns (batch, tokens, out)."""
    output = x @ weight.T
    for task, adapter in enumerate(adapters):
        scale = adapter["alpha"] / adapter["a"].shape[0]
        mine = ids == task
        update = x @ adapter["a"].T @ adapter["b"].T
        output = output + np.where(mine[:, None, None], scale * update, 0.0)
    return output
