"""Wrong layer normalization as learners write it. Each row: what was done, words that are true of it, edits of the reference."""
SLIPS = [
    ("sample variance", "unbiased|n - 1|variance|deviation", "((a - mean) ** 2).mean(axis=-1, keepdims=True)", "a.var(axis=-1, ddof=1, keepdims=True)"),
    ("epsilon outside the root", "epsilon", "np.sqrt(variance + epsilon)", "(np.sqrt(variance) + epsilon)"),
    ("epsilon always 1e-5", "epsilon", "variance + epsilon", "variance + 1e-5"),
    ("epsilon 1e-8", "epsilon", "variance + epsilon", "variance + 1e-8"),
    ("no epsilon", "epsilon", "variance + epsilon", "variance"),
    ("statistics of the batch", "batch|case|units|axis", "a.mean(axis=-1, keepdims=True)", "a.mean(axis=0, keepdims=True)", "((a - mean) ** 2).mean(axis=-1", "((a - mean) ** 2).mean(axis=0"),
    ("mean of everything", "mean|batch|case|axis|all", "a.mean(axis=-1, keepdims=True)", "a.mean()"),
    ("variance of everything", "variance|deviation|batch|case|axis|all|scale", "((a - mean) ** 2).mean(axis=-1, keepdims=True)", "((a - mean) ** 2).mean()"),
    ("mean absolute deviation", "deviation|absolute|variance", "np.sqrt(variance + epsilon)", "(abs(a - mean).mean(axis=-1, keepdims=True) + epsilon)"),
    ("divided by the variance", "variance|deviation|root", "np.sqrt(variance + epsilon)", "(variance + epsilon)"),
    ("gain after bias", "gain|bias", "gain * normalized + bias", "gain * (normalized + bias)"),
    ("gain of 1 + g", "gain", "gain * normalized", "(1 + gain) * normalized"),
    ("bias subtracted", "bias", "normalized + bias", "normalized - bias"),
    ("root mean square", "mean|rms|root", "(a - mean) / np.sqrt(variance + epsilon)", "a / np.sqrt((a**2).mean(axis=-1, keepdims=True) + epsilon)"),
    ("over the last two axes", "axis|axes|case|batch|units", "a.mean(axis=-1, keepdims=True)", "a.mean(axis=tuple(range(1, a.ndim)) or -1, keepdims=True)", "((a - mean) ** 2).mean(axis=-1", "((a - mean) ** 2).mean(axis=tuple(range(1, a.ndim)) or -1"),
    ("in half precision", "float16|precision", "return gain * normalized + bias", "return (gain * normalized + bias).astype(np.float16)"),
]
