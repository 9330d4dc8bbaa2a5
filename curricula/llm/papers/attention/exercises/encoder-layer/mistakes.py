"""Well-known wrong ways to put an encoder layer together."""
from __future__ import annotations

from study_lab import inherits, wrong

wrong(
    "pre-norm",
    "attended = multi_head(x, x, weights, \"self\", heads, keys)\n    x = layer_norm(x + attended, weights[\"self_gain\"], weights[\"self_bias\"])", "normed = layer_norm(x, weights[\"self_gain\"], weights[\"self_bias\"])\n    x = x + multi_head(normed, normed, weights, \"self\", heads, keys)",
    "forwarded = feed_forward(x, weights)\n    return layer_norm(x + forwarded, weights[\"ffn_gain\"], weights[\"ffn_bias\"])", "normed = layer_norm(x, weights[\"ffn_gain\"], weights[\"ffn_bias\"])\n    return x + feed_forward(normed, weights)",
    "Each sub-layer gets the normalized input, and nothing is normalized after the addition. That is pre-LN of later "
    "models; here it is LayerNorm(x + Sublayer(x)) (Section 3.1).",
)
wrong(
    "norm-before-adding",
    "x = layer_norm(x + attended, weights[\"self_gain\"], weights[\"self_bias\"])", "x = x + layer_norm(attended, weights[\"self_gain\"], weights[\"self_bias\"])",
    "return layer_norm(x + forwarded, weights[\"ffn_gain\"], weights[\"ffn_bias\"])", "return x + layer_norm(forwarded, weights[\"ffn_gain\"], weights[\"ffn_bias\"])",
    "The sub-layer's output is normalized and then added. The sum is what is normalized: LayerNorm(x + Sublayer(x)) "
    "(Section 3.1).",
)
wrong(
    "no-residual-attention",
    "x + attended", "attended",
    "The residual connection around self-attention is missing: its input is added before the normalization (Section 3.1).",
)
wrong(
    "no-residual-feed-forward",
    "x + forwarded", "forwarded",
    "The residual connection around the feed-forward network is missing: its input is added before the normalization "
    "(Section 3.1).",
)
wrong(
    "no-residuals",
    "x + attended", "attended",
    "x + forwarded", "forwarded",
    "Both residual connections are missing. Each sub-layer's input is added to its output before the normalization (Section "
    "3.1).",
)
wrong(
    "residual-from-the-start",
    "attended = multi_head(x, x, weights, \"self\", heads, keys)", "start = x\n    attended = multi_head(x, x, weights, \"self\", heads, keys)",
    "x + forwarded", "start + forwarded",
    "After the feed-forward network the layer's first input is added. The residual connection adds what this sub-layer got, "
    "the normalized result of attention (Section 3.1).",
)
wrong(
    "one-norm",
    "x = layer_norm(x + attended, weights[\"self_gain\"], weights[\"self_bias\"])", "x = x + attended",
    "Only the end of the layer is normalized. Each of the two sub-layers has a normalization of its own (Section 3.1, "
    "Figure 1).",
)
wrong(
    "norms-exchanged",
    "attended, weights[\"self_gain\"], weights[\"self_bias\"]", "attended, weights[\"ffn_gain\"], weights[\"ffn_bias\"]",
    "forwarded, weights[\"ffn_gain\"], weights[\"ffn_bias\"]", "forwarded, weights[\"self_gain\"], weights[\"self_bias\"]",
    "Gain and bias of the two normalizations are exchanged. `self_gain` and `self_bias` follow attention, `ffn_gain` and "
    "`ffn_bias` the feed-forward network.",
)
wrong(
    "feed-forward-first",
    "attended = multi_head(x, x, weights, \"self\", heads, keys)\n    x = layer_norm(x + attended, weights[\"self_gain\"], weights[\"self_bias\"])\n    forwarded = feed_forward(x, weights)\n    return layer_norm(x + forwarded, weights[\"ffn_gain\"], weights[\"ffn_bias\"])", "forwarded = feed_forward(x, weights)\n    x = layer_norm(x + forwarded, weights[\"ffn_gain\"], weights[\"ffn_bias\"])\n    attended = multi_head(x, x, weights, \"self\", heads, keys)\n    return layer_norm(x + attended, weights[\"self_gain\"], weights[\"self_bias\"])",
    "The feed-forward network comes before attention. Attention is the first sub-layer (Section 3.1).",
)
wrong(
    "padding-attended",
    "np.where(mask, scores, -np.inf)", "scores",
    "The mask is not used, so tokens look at padding. Its keys must be hidden in self-attention.",
)
wrong(
    "mask-on-queries",
    "np.asarray(mask)[:, None, None, :]", "np.asarray(mask)[:, None, :, None]",
    "The mask lies on the queries: the rows of padding are hidden, and real tokens still look at padding. It belongs to the "
    "keys, shape (batch, 1, 1, keys).",
)
wrong(
    "mask-on-queries-nan",
    "np.asarray(mask)[:, None, None, :]", "np.asarray(mask)[:, None, :, None]",
    "np.where(np.isfinite(top), top, 0.0)", "top",
    "The mask lies on the queries: the rows of padding have only scores of minus infinity and become NaN, and real tokens "
    "still look at padding. It belongs to the keys, shape (batch, 1, 1, keys).",
)
wrong(
    "mask-on-queries-uniform",
    "np.asarray(mask)[:, None, None, :]", "np.asarray(mask)[:, None, :, None]",
    "scores, -np.inf)", "scores, -1e9)",
    "The mask lies on the queries: the rows of padding look at everything alike, and real tokens still look at padding. It "
    "belongs to the keys, shape (batch, 1, 1, keys).",
)
wrong(
    "padding-not-asking",
    "np.asarray(mask)[:, None, None, :]", "np.asarray(mask)[:, None, None, :] & np.asarray(mask)[:, None, :, None]",
    "The mask lies on keys and queries: what attention gives to a padded position became 0. Hide padding as keys alone; a padded "
    "position asks like the others.",
)
wrong(
    "padding-asking-all",
    "np.asarray(mask)[:, None, None, :]", "np.asarray(mask)[:, None, None, :] & np.asarray(mask)[:, None, :, None]",
    "scores, -np.inf)", "scores, -1e9)",
    "The mask lies on keys and queries: a padded position looks at everything alike, padding included. Hide padding as keys alone; "
    "a padded position asks like the others.",
)
wrong(
    "epsilon-outside",
    "np.sqrt(variance + epsilon)", "(np.sqrt(variance) + epsilon)",
    "Epsilon is added to the deviation, after the root. It belongs to the variance, inside the root.",
)
wrong(
    "unbiased-variance",
    "((a - mean) ** 2).mean(axis=-1, keepdims=True)", "a.var(axis=-1, ddof=1, keepdims=True)",
    "The variance of the normalization divides by d_model - 1. Layer normalization divides by the number of features; some "
    "libraries use one less as the default of their `var` or `std`.",
)
inherits("multi-head")
inherits("feed-forward")
inherits("layernorm/forward", without=["unbiased", "epsilon-fixed"])
