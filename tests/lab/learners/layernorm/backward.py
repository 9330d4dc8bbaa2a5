"""Wrong backward passes as learners write them. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("the mean of the gain's gradient over the cases", "mean|sum|d_gain|cases|add|divided", "d_gain = over_cases(d_y * normalized)", "d_gain = (d_y * normalized).reshape(-1, a.shape[-1]).mean(0)"),
    ("sums for means in both ways", "mean|sum|through|H|divided", "through_mean = d_normalized.mean(axis=-1, keepdims=True)", "through_mean = d_normalized.sum(axis=-1, keepdims=True)", "(d_normalized * normalized).mean(axis=-1, keepdims=True)", "(d_normalized * normalized).sum(axis=-1, keepdims=True)"),
    ("the way through sigma is forgotten", "sigma|missing|way|through|variance|deviation", "d_normalized - through_mean - through_sigma", "d_normalized - through_mean"),
    ("the way through the mean is forgotten", "mean|missing|way|through", "d_normalized - through_mean - through_sigma", "d_normalized - through_sigma"),
    ("divided by the variance", "sigma|variance|root|divided|square|deviation", "- through_sigma) / sigma", "- through_sigma) / sigma**2"),
    ("gain taken after the ways", "gain|d_normalized|after|before|order|through", "d_normalized = d_y * gain", "d_normalized = d_y", "- through_sigma) / sigma", "- through_sigma) / sigma * gain"),
    ("only the first axis is summed", "axis|axes|case|shape|all|sum", "return values.reshape(-1, values.shape[-1]).sum(axis=0)", "return values.sum(axis=0)"),
    ("the input for the normalized one in d_gain", "normalized|d_gain|input|a\\b", "over_cases(d_y * normalized)", "over_cases(d_y * a)"),
    ("epsilon forgotten", "epsilon|sigma|root|normal|constant", "keepdims=True) + epsilon)", "keepdims=True))"),
    ("unbiased variance", "n - 1|H - 1|unbiased|variance|ddof|sigma|divided|units", "(centered**2).mean(axis=-1, keepdims=True)", "(centered**2).sum(axis=-1, keepdims=True) / (a.shape[-1] - 1)"),
    ("d_y for d_normalized in the way of sigma", "gain|through_sigma|d_y|sigma|d_normalized", "(d_normalized * normalized).mean", "(d_y * normalized).mean"),
    ("d_bias takes the gain along", "gain|d_bias|bias", "d_bias = over_cases(d_y)", "d_bias = over_cases(d_y * gain)"),
]
