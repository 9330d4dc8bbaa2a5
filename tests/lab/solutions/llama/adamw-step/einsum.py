"""A step of AdamW on one long vector of all parameters."""
import numpy as np


def adamw_step(params, grads, m, v, at, peak, warmup, total):
    """Returns params, m, v and rate."""
    p, g, m, v = (np.concatenate([one.ravel() for one in group]) for group in (params, grads, m, v))
    rate = np.interp(at, [0, warmup], [0, peak]) if at < warmup else peak * (0.55 + 0.45 * np.cos(np.pi * (at - warmup) / (total - warmup)))
    g = g * min(1.0, 1.0 / max(np.sqrt(np.einsum("i,i->", g, g)), 1e-30))
    m, v = 0.9 * m + 0.1 * g, 0.95 * v + 0.05 * g * g
    p = p - rate * 0.1 * p - rate * (m / (1 - 0.9**at)) / (np.sqrt(v / (1 - 0.95**at)) + 1e-8)
    stops = np.cumsum([one.size for one in params])[:-1]

    def parted(flat):
        return [part.reshape(one.shape) for part, one in zip(np.split(flat, stops), params)]

    return {"params": parted(p), "m": parted(m), "v": parted(v), "rate": rate}
