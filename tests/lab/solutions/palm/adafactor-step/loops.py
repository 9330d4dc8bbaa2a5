"""A step of PaLM's optimizer, entry by entry."""
import math

import numpy as np


def step(param, grad, m, v, at):
    """param, grad, m, v: arrays of one shape. Returns param, m, v and rate."""
    rate = 0.01 if at <= 10000 else at**-0.5
    new = at**-0.8
    scale = max(math.sqrt(sum(float(w) ** 2 for w in param.flat) / param.size), 1e-3)
    out = {name: np.zeros(param.shape) for name in ("param", "m", "v")}
    for place in np.ndindex(*param.shape):
        g = float(grad[place])
        second = (1 - new) * float(v[place]) + new * (g * g + 1e-30)
        first = 0.9 * float(m[place]) + 0.1 * g / math.sqrt(second)
        out["v"][place], out["m"][place] = second, first
        out["param"][place] = param[place] * (1 - rate * rate) - rate * scale * first
    return {**out, "rate": rate}
