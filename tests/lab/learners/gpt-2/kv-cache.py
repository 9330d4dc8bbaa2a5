"""Wrong caches as learners write them. Each row: what was done, words true of it, edits of the reference."""
GELU = "0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))"
SLIPS = [
    ("positions from zero", "position", "cache.shape[-2] + np.arange(tokens.shape[1])", "np.arange(tokens.shape[1])"),
    ("one position for the chunk", "position", "cache.shape[-2] + np.arange(tokens.shape[1])", "cache.shape[-2] + 0 * np.arange(tokens.shape[1])"),
    ("no mask", "mask|future|later|chunk|next|after", "np.where(mask, scores, -np.inf)", "scores"),
    ("mask from the left", "mask|chunk|past|left", "<= past + np.arange(new)[:, None]", "<= np.arange(new)[:, None]"),
    ("no scale", "scal|root", " / np.sqrt(q.shape[-1])", ""),
    ("scaled by the width", "scal|root|width", "np.sqrt(q.shape[-1])", "np.sqrt(q.shape[-1] * q.shape[1])"),
    ("no maximum", "overflow|large|subtract|maxim", "np.exp(scores - top)", "np.exp(scores)"),
    ("the maximum of all", "large|subtract|maxim|row", "scores.max(axis=-1, keepdims=True)", "scores.max()"),
    ("relu for gelu", "relu|gelu|activat", GELU, "np.maximum(x, 0)"),
    ("no last norm", "last|norm|ln_f", 'layer_norm(x, weights["ln_f_gain"], weights["ln_f_bias"])', "x"),
    ("cache replaced", "cache|earlier|past", "np.concatenate([past, np.stack([k, v])], axis=-2)", "np.stack([k, v])", "visible(past.shape[-2], x.shape[1])", "visible(0, x.shape[1])"),
    ("keys and values exchanged", "key|value", "np.stack([k, v])", "np.stack([v, k])"),
    ("no output bias", "bias", ' + weights["out_bias"]', ""),
    ("post-LN", "norm", 'attention(normed, past, weights, heads)\n    n = x + attended', 'attention(x, past, weights, heads)\n    n = layer_norm(x + attended, weights["ln_1_gain"], weights["ln_1_bias"])'),
    ("no position embedding", "position", 'weights["token_embedding"][tokens] + weights["position_embedding"][positions]', 'weights["token_embedding"][tokens]'),
    ("merged by reshape", "merge|reshape|transpos|head", "x.transpose(0, 2, 1, 3).reshape(batch, tokens, heads * d_k)", "x.reshape(batch, tokens, heads * d_k)"),
]
