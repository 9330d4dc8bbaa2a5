"""Wrong residual blocks as learners write them. Each row: what was done, words that are true of it, edits of the reference."""
SLIPS = [
    ("no last relu", "relu", "return relu(added)", "return added"),
    ("relu before the addition", "relu|addition", "added = residual +", "added = relu(residual) +"),
    ("no relu between", "relu|hidden|between", "relu(summed)", "summed"),
    ("sample variance", "variance|unbiased|n - 1|norm", "x.var(axis=(0, 2, 3), keepdims=True)", "x.var(axis=(0, 2, 3), ddof=1, keepdims=True)"),
    ("statistics of each image", "axis|axes|statist|batch|channel|norm", "x.mean(axis=(0, 2, 3)", "x.mean(axis=(2, 3)", "x.var(axis=(0, 2, 3)", "x.var(axis=(2, 3)"),
    ("no norm on the projection", "projection|shortcut|norm", 'return batch_norm(projected, weights["projection_gain"], weights["projection_bias"])', "return projected"),
    ("no shortcut", "shortcut|identity|add", "residual + shortcut(x, weights, stride)", "residual"),
    ("branch subtracted", "add|subtract|shortcut|branch|F ", "residual + shortcut", "-residual + shortcut"),
    ("kernel turned round", "kernel|flip|convol|turn", "windows[:, :, ::stride, ::stride], kernel", "windows[:, :, ::stride, ::stride], kernel[:, :, ::-1, ::-1]"),
    ("kernel transposed", "kernel|transpos|convol", "windows[:, :, ::stride, ::stride], kernel", "windows[:, :, ::stride, ::stride], kernel.swapaxes(2, 3)"),
    ("one norm for both", "gain_2|bias_2|norm|gain", 'weights["gain_2"], weights["bias_2"]', 'weights["gain_1"], weights["bias_1"]'),
    ("second convolution with the first kernel's stride by cutting", "strid|pool|window|convol", "windows[:, :, ::stride, ::stride]", "windows[:, :, (stride - 1) :: stride, (stride - 1) :: stride]"),
    ("bias of the norm forgotten", "bias|norm", "np.sqrt(variance + epsilon) + bias[:, None, None]", "np.sqrt(variance + epsilon)"),
    ("gain squared", "gain|norm", "gain[:, None, None] * (x - mean)", "gain[:, None, None] ** 2 * (x - mean)"),
    ("leaky relu", "relu|negative", "np.maximum(x, 0.0)", "np.maximum(x, 0.1 * x)"),
    ("edge padding", "pad|border|zero|convol", "np.pad(x, border)", 'np.pad(x, border, mode="edge")'),
]
