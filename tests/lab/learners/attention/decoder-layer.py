"""Wrong decoder layers as learners write them. Each row: what was done, words that are true of it, edits of the reference."""
SLIPS = [
    ("no scale", "scal|root|d_k", "scores / np.sqrt(q.shape[-1])", "scores"),
    ("sees one position too many", "mask|causal|future|later|diagonal", "np.tri(y.shape[1], dtype=bool)", "np.tri(y.shape[1], k=1, dtype=bool)"),
    ("no causal mask", "mask|causal|future|later", "heads, causal)", "heads, None)"),
    ("values from the decoder", "value|memory|source|cross", 'v = split(asked @', 'v = split(np.resize(asking, asked.shape) @'),
    ("sample variance", "variance|unbiased|n - 1|deviation", "((a - mean) ** 2).mean(axis=-1, keepdims=True)", "a.var(axis=-1, ddof=1, keepdims=True)"),
    ("no residual after self-attention", "residual|added|term-missing", "y + attended", "attended"),
    ("no residual after the network", "residual|added|term-missing", "y + forwarded", "forwarded"),
    ("one norm for both attentions", "norm|gain|exchang|swap", 'weights["cross_gain"], weights["cross_bias"]', 'weights["self_gain"], weights["self_bias"]'),
    ("one projection for both attentions", "cross|_o|projection|output|weights", 'weights[f"{name}_o"]', 'weights["self_o"]'),
    ("no output projection", "_o|projection|output", 'attended @ weights[f"{name}_o"]', "attended"),
    ("heads by reshape", "split|reshape|transpos|never|head", "x.reshape(batch, tokens, heads, d_model // heads).transpose(0, 2, 1, 3)", "x.reshape(batch, heads, tokens, d_model // heads)"),
    ("first bias forgotten", "b_1|bias|feed", "x @ w_1 + b_1", "x @ w_1"),
    ("padding seen", "mask|padding", "heads, sources)", "heads, None)"),
    ("tanh for relu", "relu|activat|feed|hidden|negative", "np.maximum(0.0, summed)", "np.tanh(summed)"),
    ("last norm forgotten", "norm", 'layer_norm(y + forwarded, weights["ffn_gain"], weights["ffn_bias"])', "y + forwarded"),
    ("the memory is normalized", "memory|norm|source|cross", "multi_head(y, memory, weights", 'multi_head(y, layer_norm(memory, weights["cross_gain"], weights["cross_bias"]), weights'),
]
