"""Wrong normalized layers as learners write them. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("lengths of the columns", "row|column|axis|weight|length|unit|vector", "np.sqrt((weights**2).sum(axis=1))", "np.sqrt((weights**2).sum())"),
    ("length without the root", "root|squar|length|norm|sqrt", "np.sqrt((weights**2).sum(axis=1))", "(weights**2).sum(axis=1)"),
    ("sum of absolute weights", "absolute|squar|length|norm|Euclid|weight", "np.sqrt((weights**2).sum(axis=1))", "np.abs(weights).sum(axis=1)"),
    ("weights not turned over, gain in front", "gain|bias|normal|before|order|summed", "    normalized = (summed - mean) / deviation\n    return gain * normalized + bias", "    return (gain * summed + bias - mean) / deviation"),
    ("batch for layer", "batch|layer|axis|exchang", "{\"batch\": 0, \"layer\": 1}", "{\"batch\": 1, \"layer\": 0}"),
    ("mean in the weight method", "mean|weight|center|subtract|method", "return np.zeros(1), np.sqrt((weights**2).sum(axis=1))", "return a.mean(axis=0), np.sqrt((weights**2).sum(axis=1))"),
    ("bias inside, before the normalization", "bias|before|inside|normal|sum", "summed = x @ weights.T", "summed = x @ weights.T + bias", "gain * normalized + bias", "gain * normalized"),
    ("the mean of squares for the variance", "mean|variance|squar|center|subtract|deviation", "np.sqrt(((a - mean) ** 2).mean(axis=axis, keepdims=True))", "np.sqrt((a**2).mean(axis=axis, keepdims=True))"),
    ("unbiased", "n - 1|unbiased|variance|ddof|divid|number", "np.sqrt(((a - mean) ** 2).mean(axis=axis, keepdims=True))", "a.std(axis=axis, ddof=1, keepdims=True)"),
    ("root mean square of the weights", "mean|sum|length|root|weight|norm|inputs|number", "np.sqrt((weights**2).sum(axis=1))", "np.sqrt((weights**2).mean(axis=1))"),
]
