"""Wrong decoder blocks as learners write them. Each row: what was done, words true of it, edits of the reference."""
FIRST = 'layer_norm(x + attended, weights["ln_1_gain"], weights["ln_1_bias"])'
SECOND = 'layer_norm(n + forwarded, weights["ln_2_gain"], weights["ln_2_bias"])'
GELU = "0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))"
SLIPS = [
    ("no scale", "scal|root", " / np.sqrt(q.shape[-1])", ""),
    ("scaled by the width", "scal|root|width", "np.sqrt(q.shape[-1])", "np.sqrt(x.shape[-1])"),
    ("no mask", "mask|future|later|after", "np.where(causal_mask(x.shape[1]), scores, -np.inf)", "scores"),
    ("mask upside down", "mask|future|later|upside|past|triu", "np.tril(np.ones", "np.triu(np.ones"),
    ("pre-LN", "norm|pre", "attention(x, weights, heads)\n", 'attention(layer_norm(x, weights["ln_1_gain"], weights["ln_1_bias"]), weights, heads)\n', FIRST, "x + attended", "feed_forward(n, weights)\n", 'feed_forward(layer_norm(n, weights["ln_2_gain"], weights["ln_2_bias"]), weights)\n', SECOND, "n + forwarded"),
    ("relu for gelu", "relu|gelu|activat", GELU, "np.maximum(x, 0)"),
    ("sigmoid gelu", "gelu|activat|sigmoid", GELU, "x / (1 + np.exp(-1.702 * x))"),
    ("no first residual", "residual|sum|added|x itself|term-missing", "x + attended", "attended"),
    ("no second residual", "residual|sum|added|x itself|term-missing", "n + forwarded", "forwarded"),
    ("residual of x", "residual|sum|added|x itself|input", "n + forwarded", "x + forwarded"),
    ("order q, v, k", "query|key|value|qkv|third|order", "query, key, value = np", "query, value, key = np"),
    ("interleaved qkv", "query|key|value|qkv|third|order|interleav|head", "np.split(qkv, 3, axis=-1)", "(qkv[..., i::3] for i in range(3))"),
    ("no qkv bias", "bias", ' + weights["qkv_bias"]', ""),
    ("no output bias", "bias", ' + weights["out_bias"]', ""),
    ("merged by reshape", "merge|reshape|transpos|head", "x.transpose(0, 2, 1, 3).reshape(batch, tokens, heads * d_k)", "x.reshape(batch, tokens, heads * d_k)"),
    ("sample variance", "variance|unbiased|n - 1|deviation", "((a - mean) ** 2).mean(axis=-1, keepdims=True)", "a.var(axis=-1, ddof=1, keepdims=True)"),
    ("epsilon 1e-12", "epsilon", "epsilon: float = 1e-5", "epsilon: float = 1e-12"),
    ("no maximum", "overflow|large|subtract|maxim", "np.exp(scores - top)", "np.exp(scores)"),
    ("the maximum of all", "large|subtract|maxim|row", "scores.max(axis=-1, keepdims=True)", "scores.max()"),
]
