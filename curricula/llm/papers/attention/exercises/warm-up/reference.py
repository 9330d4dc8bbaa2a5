"""The learning rate with warm-up (Section 5.3, eq. (3))."""
from __future__ import annotations

import numpy as np


def learning_rate(steps: np.ndarray, d_model: int = 512, warmup_steps: int = 4000) -> np.ndarray:
    """steps: (count,), from 1 on. Returns (count,)."""
    steps = np.asarray(steps, dtype=np.float64)
    falling = steps**-0.5
    rising = steps * warmup_steps**-1.5
    # They cross at warmup_steps: before it the line is smaller, after it the inverse root.
    smaller = np.minimum(falling, rising)
    return d_model**-0.5 * smaller
