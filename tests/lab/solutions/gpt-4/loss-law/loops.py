"""The law of the loss by the method of Gauss and Newton on a, b and c, with ever smaller steps where one goes wrong."""
import numpy as np


def fit(compute, loss):
    """compute, loss: (runs,). Returns a, b, c and the prediction at compute 1."""
    x = np.log(np.asarray(compute, dtype=np.float64))
    y = np.asarray(loss, dtype=np.float64)

    def off(values):
        a, b, c = values
        return a * np.exp(b * x) + c - y

    best = None
    for start in (-0.05, -0.3):
        power = np.exp(start * x)
        a, c = np.polyfit(power, y, 1)
        values, damping = np.array([a, start, c]), 1e-3
        for _ in range(200):
            a, b, c = values
            power = np.exp(b * x)
            slopes = np.stack([power, a * x * power, np.ones_like(x)], axis=1)
            normal = slopes.T @ slopes
            step = np.linalg.solve(normal + damping * np.diag(np.diag(normal)), -slopes.T @ off(values))
            if (off(values + step) ** 2).sum() < (off(values) ** 2).sum():
                values, damping = values + step, damping / 5
            else:
                damping *= 4
            if damping > 1e12:
                break
        if best is None or (off(values) ** 2).sum() < (off(best) ** 2).sum():
            best = values
    a, b, c = best
    return {"a": a, "b": b, "c": c, "prediction": a + c}
