"""A step of AdamW, number by number."""
import math

import numpy as np


def adamw_step(params, grads, m, v, at, peak, warmup, total):
    """Returns params, m, v and rate."""
    if at <= warmup:
        rate = peak * at / warmup
    else:
        low = 0.1 * peak
        rate = low + (peak - low) * (1 + math.cos(math.pi * (at - warmup) / (total - warmup))) / 2
    norm = math.sqrt(math.fsum(float(value) ** 2 for grad in grads for value in grad.ravel()))
    factor = 1 / norm if norm > 1 else 1.0
    result = {"params": [], "m": [], "v": [], "rate": rate}
    for param, grad, first, second in zip(params, grads, m, v):
        new, new_m, new_v = (np.zeros(param.shape) for _ in range(3))
        for i in np.ndindex(*param.shape):
            g = grad[i] * factor
            new_m[i] = first[i] + 0.1 * (g - first[i])
            new_v[i] = second[i] + 0.05 * (g * g - second[i])
            mean, spread = new_m[i] / (1 - 0.9**at), math.sqrt(new_v[i] / (1 - 0.95**at))
            new[i] = param[i] * (1 - rate * 0.1) - rate * mean / (spread + 1e-8)
        for name, array in (("params", new), ("m", new_m), ("v", new_v)):
            result[name].append(array)
    return result
