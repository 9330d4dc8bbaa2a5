"""Merging a low-rank update and switching to another one (Section 4.1)."""
from __future__ import annotations

import numpy as np


def update(adapter: dict[str, object]) -> np.ndarray | float:
    """The scaled product of an adapter; 0 for an empty one."""
    if not adapter:
        return 0.0
    scale = adapter["alpha"] / adapter["a"].shape[0]
    return scale * (adapter["b"] @ adapter["a"])


def switch(weight: np.ndarray, old: dict[str, object], new: dict[str, object]) -> np.ndarray:
    """weight: (out, in), with old merged. Returns (out, in), with new merged."""
    base = weight - update(old)
    return base + update(new)
