"""The line of least squares by its normal equations, with plain numbers."""
import math

import numpy as np


def fit(x, loss, at):
    """x, loss: (points,); at: (m,). Returns exponent, scale, prediction."""
    u, v = [math.log(value) for value in x], [math.log(value) for value in loss]
    count = len(u)
    su, sv = math.fsum(u), math.fsum(v)
    suu, suv = math.fsum(a * a for a in u), math.fsum(a * b for a, b in zip(u, v))
    slope = (count * suv - su * sv) / (count * suu - su * su)
    level = (sv - slope * su) / count
    prediction = np.array([math.exp(level + slope * math.log(value)) for value in at])
    return {"exponent": -slope, "scale": math.exp(-level / slope), "prediction": prediction}
