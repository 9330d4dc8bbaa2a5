"""Wrong blocks of GPT-2 as learners write them. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("sigmoid approximation of GELU", "gelu|activation|sigmoid|1.702|tanh|hidden", "return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))", "return x / (1 + np.exp(-1.702 * x))"),
    ("ReLU", "relu|gelu|activation|hidden", "hidden = gelu(summed)", "hidden = np.maximum(summed, 0)"),
    ("the second sub-block reads x", "residual|second|n|x|attention|feed|normed|ln_2|norm", "normed = layer_norm(n, weights[\"ln_2_gain\"]", "normed = layer_norm(x, weights[\"ln_2_gain\"]"),
    ("residual from the normed input", "residual|normed|norm|stream|n|x|input", "n = x + attention(normed, weights, heads)", "n = normed + attention(normed, weights, heads)"),
    ("one layer norm shared", "ln_1|ln_2|gain|norm|second|shared|weights", "normed = layer_norm(n, weights[\"ln_2_gain\"], weights[\"ln_2_bias\"])", "normed = layer_norm(n, weights[\"ln_1_gain\"], weights[\"ln_1_bias\"])"),
    ("qkv is split per head", "head|split|qkv|interleav|order|query|key|value|reshape", "    query, key, value = np.split(qkv, 3, axis=-1)\n    q, k, v = split(query, heads), split(key, heads), split(value, heads)", "    b, t, w = qkv.shape\n    q, k, v = (one[:, :, :, 0].transpose(0, 2, 1, 3) for one in np.split(qkv.reshape(b, t, heads, 3, w // heads // 3), 3, axis=3))"),
    ("post-LN", "norm|post|after|order|before|residual|pre", "    normed = layer_norm(x, weights[\"ln_1_gain\"], weights[\"ln_1_bias\"])\n    n = x + attention(normed, weights, heads)\n    normed = layer_norm(n, weights[\"ln_2_gain\"], weights[\"ln_2_bias\"])\n    return n + feed_forward(normed, weights)", "    n = layer_norm(x + attention(x, weights, heads), weights[\"ln_1_gain\"], weights[\"ln_1_bias\"])\n    return layer_norm(n + feed_forward(n, weights), weights[\"ln_2_gain\"], weights[\"ln_2_bias\"])"),
    ("scaled by the root of the width", "scale|root|width|d_k|head|size|q.shape|scores|length", "np.sqrt(q.shape[-1])", "np.sqrt(x.shape[-1])"),
    ("a mask that hides the own token", "mask|own|itself|diagonal|future|tril|present", "np.tril(np.ones((time, time), dtype=bool))", "np.tril(np.ones((time, time), dtype=bool), -1) | (np.arange(time) == 0)"),
    ("heads joined without exchanging back", "head|merge|join|transpos|axes|axis|reshape|order", "return x.transpose(0, 2, 1, 3).reshape(batch, tokens, heads * d_k)", "return x.reshape(batch, tokens, heads * d_k)"),
    ("the mask is multiplied after the softmax", "mask|softmax|before|after|shares|sum|future|renormal", "    scores = np.where(causal_mask(x.shape[1]), scores, -np.inf)\n    shares = softmax(scores)", "    shares = softmax(scores) * causal_mask(x.shape[1])"),
    ("constant 0.44715 in GELU", "gelu|constant|0.044715|0.44715|cubic|activation|hidden", "0.044715", "0.44715"),
]
