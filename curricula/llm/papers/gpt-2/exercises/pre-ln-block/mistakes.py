"""Well-known wrong ways to write a block of GPT-2."""
from __future__ import annotations

from study_lab import inherits, wrong

wrong(
    "post-ln",
    "normed = layer_norm(x, weights[\"ln_1_gain\"], weights[\"ln_1_bias\"])\n    n = x + attention(normed, weights, heads)", "n = layer_norm(x + attention(x, weights, heads), weights[\"ln_1_gain\"], weights[\"ln_1_bias\"])",
    "normed = layer_norm(n, weights[\"ln_2_gain\"], weights[\"ln_2_bias\"])\n    return n + feed_forward(normed, weights)", "return layer_norm(n + feed_forward(n, weights), weights[\"ln_2_gain\"], weights[\"ln_2_bias\"])",
    "The norm comes after the residual sum, as in the original Transformer and GPT-1. GPT-2 moves it to the input of each "
    "sub-block (Section 2.3).",
)
wrong(
    "residual-normalized",
    "n = x + attention", "n = normed + attention",
    "return n + feed_forward", "return normed + feed_forward",
    "The residual path starts from the normalized input. Only the sub-block gets the norm; the sum takes x itself, so that one "
    "path passes no norm (Section 2.3).",
)
wrong(
    "no-residual",
    "n = x + attention", "n = attention",
    "return n + feed_forward", "return feed_forward",
    "The residual sums are missing. Each sub-block adds its result to its input (Section 2.3: the block follows GPT-1).",
)
wrong(
    "one-norm-for-both",
    "layer_norm(n, weights[\"ln_2_gain\"], weights[\"ln_2_bias\"])", "layer_norm(n, weights[\"ln_1_gain\"], weights[\"ln_1_bias\"])",
    "Both sub-blocks use the gain and bias of the first norm. The norm before the feed-forward has its own.",
)
wrong(
    "in-parallel",
    "layer_norm(n, weights", "layer_norm(x, weights",
    "The feed-forward reads the input of the block. It reads the sum after the attention: the sub-blocks come one after the "
    "other (other models put them in parallel).",
)
wrong(
    "no-mask",
    "np.where(causal_mask(x.shape[1]), scores, -np.inf)", "scores",
    "Positions see what comes after them. A language model predicts the next token, so position t may look at 0 to t only.",
)
wrong(
    "no-scale",
    "scores / np.sqrt(q.shape[-1])", "scores",
    "The scores are not divided by the root of the head width. Without it they grow with the width and the softmax saturates.",
)
wrong(
    "heads-by-reshape",
    "x.reshape(batch, tokens, heads, d_model // heads).transpose(0, 2, 1, 3)", "x.reshape(batch, heads, tokens, d_model // heads)",
    "x.transpose(0, 2, 1, 3).reshape(batch, tokens, heads * d_k)", "x.reshape(batch, tokens, heads * d_k)",
    "The heads come from one reshape to (batch, heads, time, head width), which mixes positions. Reshape to (batch, time, heads, "
    "head width), then exchange the two axes.",
)
wrong(
    "exact-gelu",
    "0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))", "0.5 * x * (1 + np.vectorize(__import__(\"math\").erf)(x / np.sqrt(2)))",
    "The GELU is the exact one with erf. The released code, and so the released weights, use the tanh form; the two differ in "
    "the fourth digit.",
)
wrong(
    "relu",
    "0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))", "np.maximum(x, 0)",
    "The activation is a ReLU, as in the original Transformer. GPT-1 and GPT-2 use GELU.",
)
wrong(
    "first-residual-missing",
    "n = x + attention", "n = attention",
    "The attention's result is not added to x. Both sub-blocks add their result to their input.",
)
wrong(
    "second-residual-missing",
    "return n + feed_forward", "return feed_forward",
    "The feed-forward's result is not added to its input. Both sub-blocks add their result to their input.",
)
inherits("gpt-1/decoder-block", without=["never-transposed"])
