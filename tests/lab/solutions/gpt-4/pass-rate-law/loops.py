"""The law of the pass rate with sums of plain numbers: the line's slope is covariance over variance."""
import math

import numpy as np


def predict(compute, rates, at):
    """compute: (models,); rates: (models, problems). Returns kept, alpha, k and prediction."""
    problems = range(len(rates[0]))
    kept = [all(row[p] > 0 for row in rates) for p in problems]
    xs = [math.log(c) for c in compute]
    ys = []
    for row in rates:
        losses = [-math.log(row[p]) for p in problems if kept[p]]
        ys.append(math.log(sum(losses) / len(losses)))
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    slope = sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys)) / sum((x - x_mean) ** 2 for x in xs)
    alpha = math.exp(y_mean - slope * x_mean)
    return {"kept": np.array(kept), "alpha": alpha, "k": -slope, "prediction": math.exp(y_mean + slope * (math.log(at) - x_mean))}
