"""Wrong multi-head attention as learners write it. Each row: what was done, words that are true of it, edits of the reference."""
SLIPS = [
    ("no scale", "scal|root|d_k", "scores / np.sqrt(q.shape[-1])", "scores"),
    ("scaled by heads", "scal|root|d_k|shape", "np.sqrt(q.shape[-1])", "np.sqrt(q.shape[1])"),
    ("split by reshape alone", "split|reshape|transpos|never|head", "x.reshape(batch, tokens, heads, d_model // heads).transpose(0, 2, 1, 3)", "x.reshape(batch, heads, tokens, d_model // heads)"),
    ("merged by reshape alone", "merge|reshape|transpos|head|token|order", "x.transpose(0, 2, 1, 3).reshape(batch, tokens, heads * d_k)", "x.reshape(batch, tokens, heads * d_k)"),
    ("output projection forgotten", "output|w_o|W\\^O|projection", 'merge(attended) @ weights["w_o"]', "merge(attended)"),
    ("output projection transposed", "output|w_o|transpos", 'weights["w_o"]', 'weights["w_o"].T'),
    ("key weights for values", "value|w_v|K for V|key", 'value @ weights["w_v"]', 'value @ weights["w_k"]'),
    ("keys for values", "value|w_v|key", 'value @ weights["w_v"]', 'key @ weights["w_v"]'),
    ("query weights transposed", "query|w_q|transpos", 'query @ weights["w_q"]', 'query @ weights["w_q"].T'),
    ("self-attention only", "key|query|self|asked", 'key @ weights["w_k"]', 'np.resize(query, key.shape) @ weights["w_k"]'),
    ("a mask of -30", "mask|infinit|forbid|hid", "scores, -np.inf)", "scores, -3.0)"),
    ("mask after softmax", "mask|sum to 1|softmax", "scores = np.where(mask, scores, -np.inf)", "pass", "softmax(scores)\n    return", "softmax(scores) * (1 if mask is None else mask)\n    return"),
    ("softmax over queries", "quer|softmax|key|last axis", "exponentials.sum(axis=-1, keepdims=True)", "exponentials.sum(axis=-2, keepdims=True)"),
    ("heads averaged", "head|merge|mean", "x.transpose(0, 2, 1, 3).reshape(batch, tokens, heads * d_k)", "np.tile(x.mean(axis=1), (1, 1, heads))"),
    ("no maximum", "overflow|large|subtract|maxim", "np.exp(scores - top)", "np.exp(scores)"),
    ("the maximum of all", "large|subtract|maxim|row", "scores.max(axis=-1, keepdims=True)", "scores.max()"),
]
