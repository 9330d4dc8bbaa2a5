"""Attention block by block: each block's own output, joined by the log-sum-exps (logaddexp)."""
import numpy as np


def attend(q, k, v, size):
    """q, k, v: (batch, heads, time, width). Returns output, logsumexp, running."""
    time, width = q.shape[2:]
    joined, level, running = np.zeros(q.shape), np.full(q.shape[:3], -np.inf), []
    for start in range(0, time, size):
        part = slice(start, min(start + size, time))
        scores = np.einsum("bhqw,bhkw->bhqk", q, k[:, :, part]) * width**-0.5
        scores = scores + np.where(np.arange(time)[part] > np.arange(time)[:, None], -np.inf, 0.0)
        own = np.logaddexp.reduce(scores, axis=-1)
        grown = np.logaddexp(level, own)
        joined = joined * np.exp(level - grown)[..., None] + np.einsum("bhqk,bhkw->bhqw", np.exp(scores - grown[..., None]), v[:, :, part])
        level = grown
        running.append(level)
    return {"output": joined, "logsumexp": level, "running": np.array(running)}
