"""Wrong statistics as learners compute them. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("the two methods exchanged", "exchang|axis|axes|batch|layer|other", "BATCH, UNITS = 0, 2", "BATCH, UNITS = 2, 0"),
    ("the batch over batch and time", "axis|axes|time|batch|shape|SHARED", "statistics(a, BATCH, epsilon)", "statistics(a, (0, 1), epsilon)"),
    ("layer over time", "axis|axes|time|layer|unit|shape", "BATCH, UNITS = 0, 2", "BATCH, UNITS = 0, 1"),
    ("variance for the deviation", "variance|root|deviation|squar|sqrt", "np.sqrt(variance).squeeze(axis)", "variance.squeeze(axis)"),
    ("epsilon in the deviation told", "epsilon|deviation|variance", "np.sqrt(variance).squeeze(axis)", "np.sqrt(variance + epsilon).squeeze(axis)"),
    ("unbiased", "n - 1|unbiased|ddof|variance|number|divid", "variance = ((a - mean) ** 2).mean(axis=axis, keepdims=True)", "variance = a.var(axis=axis, ddof=1, keepdims=True)"),
    ("the mean absolute deviation", "absolute|deviation|squar|variance|root", "variance = ((a - mean) ** 2).mean(axis=axis, keepdims=True)", "variance = np.abs(a - mean).mean(axis=axis, keepdims=True) ** 2"),
    ("axes are kept", "shape|axis|keep|squeeze|without", "return mean.squeeze(axis), np.sqrt(variance).squeeze(axis), normalized", "return mean, np.sqrt(variance), normalized"),
    ("not centered", "mean|center|minus|normalized|subtract", "normalized = (a - mean) / np.sqrt(variance + epsilon)", "normalized = a / np.sqrt(variance + epsilon)"),
    ("epsilon behind the root", "epsilon|root|outside|behind|normalized", "np.sqrt(variance + epsilon)", "(np.sqrt(variance) + epsilon)"),
]
