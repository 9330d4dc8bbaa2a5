"""Causal attention over blocks of keys (Section 2.4)."""
from __future__ import annotations

import numpy as np


def attend(q: np.ndarray, k: np.ndarray, v: np.ndarray, size: int) -> dict[str, np.ndarray]:
    """q, k, v: (batch, heads, time, width). Returns output, logsumexp and running."""
    batch, heads, time, width = q.shape
    top = np.full((batch, heads, time), -np.inf)
    total = np.zeros((batch, heads, time))
    mixed = np.zeros((batch, heads, time, width))
    running = []
    for start in range(0, time, size):
        keys, values = k[:, :, start : start + size], v[:, :, start : start + size]
        scores = q @ np.swapaxes(keys, -1, -2) / np.sqrt(width)
        places = start + np.arange(keys.shape[2])
        scores = np.where(places <= np.arange(time)[:, None], scores, -np.inf)
        new_top = np.maximum(top, scores.max(axis=-1))  # finite: every query sees the first key
        shrink = np.exp(top - new_top)
        parts = np.exp(scores - new_top[..., None])
        total = total * shrink + parts.sum(axis=-1)
        mixed = mixed * shrink[..., None] + parts @ values
        top = new_top
        running.append(top + np.log(total))
    output = mixed / total[..., None]
    return {"output": output, "logsumexp": top + np.log(total), "running": np.stack(running)}
