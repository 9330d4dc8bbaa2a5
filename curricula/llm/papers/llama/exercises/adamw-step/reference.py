"""One step of AdamW as LLaMA is trained (Section 2.3)."""
from __future__ import annotations

import numpy as np


def adamw_step(
    params: list[np.ndarray],
    grads: list[np.ndarray],
    m: list[np.ndarray],
    v: list[np.ndarray],
    at: int,
    peak: float,
    warmup: int,
    total: int,
) -> dict[str, object]:
    """Returns params, m and v (lists of arrays) and rate."""
    if at < warmup:
        rate = peak * at / warmup
    else:
        progress = (at - warmup) / (total - warmup)
        rate = peak * (0.1 + 0.9 * 0.5 * (1.0 + np.cos(np.pi * progress)))
    norm = np.sqrt(sum((grad**2).sum() for grad in grads))
    grads = [grad / max(norm, 1.0) for grad in grads]
    m = [0.9 * first + 0.1 * grad for first, grad in zip(m, grads)]
    v = [0.95 * second + 0.05 * grad**2 for second, grad in zip(v, grads)]
    m_hat = [first / (1.0 - 0.9**at) for first in m]
    v_hat = [second / (1.0 - 0.95**at) for second in v]
    steps = [first / (np.sqrt(second) + 1e-8) for first, second in zip(m_hat, v_hat)]
    params = [param - rate * (step + 0.1 * param) for param, step in zip(params, steps)]
    return {"params": params, "m": m, "v": v, "rate": float(rate)}
