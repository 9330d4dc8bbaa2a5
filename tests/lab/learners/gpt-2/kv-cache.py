"""Wrong caches as learners write them. Each row: what was done, words true of it, edits of the reference."""
SLIPS = [
    ("positions from zero", "position", "past + np.arange(tokens.shape[1])", "np.arange(tokens.shape[1])"),
    ("one position for the chunk", "position", "past + np.arange(tokens.shape[1])", "past + 0 * np.arange(tokens.shape[1])"),
    ("no mask", "mask|future|later|chunk|next|after", "np.arange(past + new) <= past + np.arange(new)[:, None]", "np.ones((new, past + new), dtype=bool)"),
    ("mask from the left", "mask|chunk|past|left", "<= past + np.arange(new)[:, None]", "<= np.arange(new)[:, None]"),
    ("no scale", "scal|root", " / np.sqrt(query.shape[-1])", ""),
    ("scaled by the width", "scal|root|width", "np.sqrt(query.shape[-1])", "np.sqrt(query.shape[-1] * query.shape[1])"),
    ("no maximum", "overflow|large|subtract|maxim", "scores - scores.max(axis=-1, keepdims=True)", "scores"),
    ("the maximum of all", "large|subtract|maxim|row", "scores.max(axis=-1, keepdims=True)", "scores.max()"),
    ("relu for gelu", "relu|gelu|activat", "0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))", "np.maximum(x, 0)"),
    ("no last norm", "last|norm|ln_f", 'layer_norm(x, weights["ln_f_gain"], weights["ln_f_bias"]) @', "x @"),
    ("cache replaced", "cache|earlier|past", "np.concatenate([past, np.stack([key, value])], axis=-2)", "np.stack([key, value])", "visible(past.shape[-2], x.shape[1])", "visible(0, x.shape[1])"),
    ("keys and values exchanged", "key|value", "np.stack([key, value])", "np.stack([value, key])"),
    ("no output bias", "bias", ' + block["out_bias"]', ""),
    ("post-LN", "norm", 'attended, present = attend(layer_norm(x, block["ln_1_gain"], block["ln_1_bias"]), past, block, heads)\n        x = x + attended', 'attended, present = attend(x, past, block, heads)\n        x = layer_norm(x + attended, block["ln_1_gain"], block["ln_1_bias"])'),
    ("no position embedding", "position", 'weights["token_embedding"][tokens] + weights["position_embedding"][positions]', 'weights["token_embedding"][tokens]'),
    ("merged by reshape", "merge|reshape|transpos|head", "mixed.transpose(0, 2, 1, 3).reshape(batch, new, heads * size)", "mixed.reshape(batch, new, heads * size)"),
]
