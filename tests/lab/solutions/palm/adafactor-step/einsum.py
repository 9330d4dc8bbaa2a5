"""A step of PaLM's optimizer with moments as moves toward what is new, in einsum."""
import numpy as np


def step(param, grad, m, v, at):
    """param, grad, m, v: arrays of one shape. Returns param, m, v and rate."""
    rate = np.minimum(0.01, np.power(float(at), -0.5))
    second = v + np.power(float(at), -0.8) * (np.square(grad) + 1e-30 - v)
    first = m + 0.1 * (grad * np.power(second, -0.5) - m)
    scale = np.maximum(np.sqrt(np.einsum("ij,ij->", param, param) / param.size), 1e-3)
    return {"param": (1 - rate**2) * param - rate * scale * first, "m": first, "v": second, "rate": rate}
