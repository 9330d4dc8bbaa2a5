"""Wrong feed-forward networks as learners write them. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("leaky ReLU with slope 0.01", "leaky|relu|activation|hidden|negative|maximum", "np.maximum(0.0, summed)", "np.where(summed > 0, summed, 0.01 * summed)"),
    ("a ReLU of 6", "max|relu|activation|hidden|maximum|clip|6|large|upper", "np.maximum(0.0, summed)", "np.clip(summed, 0.0, 6.0)"),
    ("softplus", "activation|relu|hidden|softplus|maximum|smooth", "np.maximum(0.0, summed)", "np.log1p(np.exp(summed))"),
    ("ReLU before the bias", "bias|b_1|order|relu|maximum|hidden|summed", "summed = x @ w_1 + b_1\n    hidden = np.maximum(0.0, summed)", "hidden = np.maximum(0.0, x @ w_1) + b_1"),
    ("an activation on the output too", "output|relu|activation|last|result|negative", "    return output", "    return np.maximum(output, 0.0)"),
    ("the residual added", "residual|x|added|layer around|output", "    return output", "    return x + output"),
    ("b_2 is forgotten", "b_2|bias|output", "hidden @ w_2 + b_2", "hidden @ w_2"),
    ("hidden units normalized", "normal|hidden|layer around|scale", "output = hidden", "hidden = hidden / (np.abs(hidden).sum(-1, keepdims=True) + 1e-9)\n    output = hidden"),
    ("minimum for maximum", "minimum|relu|maximum|activation|hidden|sign", "np.maximum(0.0, summed)", "np.minimum(0.0, summed)"),
    ("scaled by the root of d_model", "scale|root|d_model|factor|times|multiple|result", "    return output", "    return output / np.sqrt(x.shape[-1])"),
]
