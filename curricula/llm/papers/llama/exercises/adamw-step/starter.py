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
    """One step of AdamW with warm-up, cosine, clipping and weight decay (Section 2.3).

    params, grads, m, v: lists of arrays of equal shapes. at: the number of this step, from 1.
    Returns a dict: params, m, v (lists), rate.
    """
    # TODO: the rate of this step
    # TODO: one norm over all gradients
    # TODO: moments and their correction, then the parameters
    raise NotImplementedError("adamw_step: rate, clipping, moments, parameters")
