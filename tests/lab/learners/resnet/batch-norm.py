"""Wrong batch normalization as learners write it. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("momentum the other way round", "momentum|0.9|running|other way|exchang|1 -|share|old|new", "(1 - momentum) * running_mean + momentum * mean", "momentum * running_mean + (1 - momentum) * mean", "(1 - momentum) * running_variance + momentum * unbiased", "momentum * running_variance + (1 - momentum) * unbiased"),
    ("the biased variance runs", "unbiased|running|n - 1|variance|count|biased|population|sample", "momentum * unbiased", "momentum * variance"),
    ("normalized by the unbiased variance", "unbiased|n - 1|variance|count|biased|batch|normal", "running_variance = (1 - momentum) * running_variance + momentum * unbiased", "running_variance = (1 - momentum) * running_variance + momentum * unbiased\n        variance = unbiased"),
    ("normalized with the running values in training", "running|training|batch|own|statistic|normal", "    else:\n        mean, variance = running_mean, running_variance", "    mean, variance = running_mean, running_variance"),
    ("statistics over the batch only", "axis|axes|channel|SHARED|rows|batch|case|position", "SHARED = (0, 2, 3)", "SHARED = (0, 2)"),
    ("in evaluation the batch's own statistics", "running|evaluation|training|batch|own|stored", "mean, variance = running_mean, running_variance", "mean, variance = x.mean(axis=SHARED), x.var(axis=SHARED)"),
    ("count is the batch's length", "count|n - 1|batch|rows|n\\b|cases|size|unbiased|positions", "count = x.size // x.shape[1]", "count = x.shape[0]"),
    ("the deviation runs", "deviation|variance|root|running", "momentum * unbiased", "momentum * np.sqrt(unbiased)"),
    ("epsilon in the running variance", "epsilon|running|variance", "momentum * unbiased", "momentum * (unbiased + epsilon)"),
    ("momentum fixed at 0.1", "momentum|0.1|default|argument|fixed", "    x = np.asarray(x, dtype=np.float64)\n    if training", "    momentum = 0.1\n    x = np.asarray(x, dtype=np.float64)\n    if training"),
    ("running values move in evaluation too", "evaluation|running|training|stay|moved|changed", "        mean, variance = running_mean, running_variance", "        mean, variance = running_mean, running_variance\n        running_mean = (1 - momentum) * running_mean + momentum * x.mean(axis=SHARED)"),
    ("count + 1 below", "count|n - 1|unbiased|\\+|sample|sign", "count / (count - 1)", "count / (count + 1)"),
]
