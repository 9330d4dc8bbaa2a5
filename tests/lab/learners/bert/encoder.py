"""Wrong encoders as learners write them. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("the tanh form of GELU", "gelu|tanh|erf|activation", "return 0.5 * x * (1.0 + erf(x / math.sqrt(2.0)))", "return 0.5 * x * (1.0 + np.tanh(math.sqrt(2.0 / math.pi) * (x + 0.044715 * x**3)))"),
    ("pre-LN", "norm|pre|post|before|after|order|residual", "x = layer_norm(x + attended, w[\"attention_gain\"], w[\"attention_bias\"])", "x = x + layer_norm(attended, w[\"attention_gain\"], w[\"attention_bias\"])"),
    ("causal", "caus|future|mask|bidirection|later|past", "mask = mask[:, None, None, :] > 0", "mask = (mask[:, None, None, :] > 0) & np.tril(np.ones((x.shape[1], x.shape[1]), dtype=bool))"),
    ("padding is not hidden", "mask|padding", "    scores = np.where(mask, scores, -np.inf)\n", ""),
    ("a mask of -10", "mask|padding|-10|infinity|finite", "np.where(mask, scores, -np.inf)", "np.where(mask, scores, -10.0)"),
    ("the first layer's weights everywhere", "layer|weights|first|same|shared|w\\b", "values[layer] for name", "values[0] for name"),
    ("one layer too few", "layer|last|one|few|count", "for layer in range(len(weights[\"query\"])):", "for layer in range(len(weights[\"query\"]) - 1):"),
    ("the attention's residual is forgotten", "residual|x\\b|attention|missing|term", "layer_norm(x + attended,", "layer_norm(attended,"),
    ("scaled by the hidden width", "scale|root|width|d_k|head|size|scores|hidden|shape", "np.sqrt(q.shape[-1])", "np.sqrt(x.shape[-1])"),
    ("epsilon 1e-5", "epsilon|1e-5|1e-05|1e-12|constant", "epsilon: float = 1e-12", "epsilon: float = 1e-5"),
    ("both norms of a layer are the attention's", "gain|bias|norm|final|attention|weights", "w[\"final_gain\"], w[\"final_bias\"]", "w[\"attention_gain\"], w[\"attention_bias\"]"),
]
