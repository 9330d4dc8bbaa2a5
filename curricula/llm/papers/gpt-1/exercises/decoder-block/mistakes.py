"""Well-known wrong ways to write a block of GPT-1."""
from __future__ import annotations

from study_lab import inherits, wrong

wrong(
    "pre-ln",
    "attention(x, weights, heads)\n", "attention(layer_norm(x, weights[\"ln_1_gain\"], weights[\"ln_1_bias\"]), weights, heads)\n",
    "layer_norm(x + attended, weights[\"ln_1_gain\"], weights[\"ln_1_bias\"])", "x + attended",
    "feed_forward(n, weights)\n", "feed_forward(layer_norm(n, weights[\"ln_2_gain\"], weights[\"ln_2_bias\"]), weights)\n",
    "layer_norm(n + forwarded, weights[\"ln_2_gain\"], weights[\"ln_2_bias\"])", "n + forwarded",
    "The norm stands at the input of each sub-block. That came with GPT-2; GPT-1 follows the original Transformer and normalizes "
    "after each residual sum (Section 4.1).",
)
wrong(
    "norm-before-sum",
    "layer_norm(x + attended, weights[\"ln_1_gain\"], weights[\"ln_1_bias\"])", "x + layer_norm(attended, weights[\"ln_1_gain\"], weights[\"ln_1_bias\"])",
    "layer_norm(n + forwarded, weights[\"ln_2_gain\"], weights[\"ln_2_bias\"])", "n + layer_norm(forwarded, weights[\"ln_2_gain\"], weights[\"ln_2_bias\"])",
    "The norm is applied to the result of the sub-block, then the residual is added. First add, then normalize the sum.",
)
wrong(
    "no-residual",
    "x + attended", "attended",
    "n + forwarded", "forwarded",
    "The residual sums are missing. Each sub-block adds its result to its input before the norm.",
)
wrong(
    "residual-from-input",
    "n + forwarded", "x + forwarded",
    "The second residual takes the input of the block. It takes the input of the feed-forward, the result of the first norm.",
)
wrong(
    "one-norm",
    "layer_norm(x + attended, weights[\"ln_1_gain\"], weights[\"ln_1_bias\"])", "x + attended",
    "The norm after the attention is missing. Each of the two sub-blocks has its own norm after the sum.",
)
wrong(
    "no-mask",
    "np.where(causal_mask(x.shape[1]), scores, -np.inf)", "scores",
    "Positions see what comes after them. The decoder's self-attention is masked: position t looks at 0 to t only (Section 4.1).",
)
wrong(
    "mask-shows-next",
    "np.tril(np.ones((time, time), dtype=bool))", "np.tril(np.ones((time, time), dtype=bool), 1)",
    "The mask is off by one: position t sees position t + 1, the very token that it must predict. Allow keys up to the query.",
)
# A row without any key spreads evenly, as with the large negative number of the released code.
wrong(
    "mask-hides-itself",
    "np.tril(np.ones((time, time), dtype=bool))", "np.tril(np.ones((time, time), dtype=bool), -1)",
    "scores, -np.inf)", "scores, -1e9)",
    "The mask is off by one: position t does not see itself. Allow keys up to and including the query.",
)
wrong(
    "softmax-over-queries",
    "softmax(scores)\n", "np.swapaxes(softmax(np.swapaxes(scores, -1, -2)), -1, -2)\n",
    "The softmax runs over the queries. The shares of one query sum to 1 over its keys, the last axis of (batch, heads, query, "
    "key).",
)
wrong(
    "no-scale",
    "scores / np.sqrt(q.shape[-1])", "scores",
    "The scores are not divided by the root of the head width, as the original Transformer does it.",
)
wrong(
    "scaled-by-width",
    "np.sqrt(q.shape[-1])", "np.sqrt(x.shape[-1])",
    "The scores are divided by the root of the whole width. Each head has its own width: width / heads.",
)
wrong(
    "exact-gelu",
    "0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))", "0.5 * x * (1 + np.vectorize(__import__(\"math\").erf)(x / np.sqrt(2)))",
    "The GELU is the exact one with erf. The paper does not say which; the released code, and so the released weights, use the "
    "tanh form.",
)
wrong(
    "relu",
    "0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))", "np.maximum(x, 0)",
    "The activation is a ReLU, as in the original Transformer. GPT-1 uses GELU (Section 4.1).",
)
wrong(
    "norms-exchanged",
    "attended, weights[\"ln_1_gain\"], weights[\"ln_1_bias\"]", "attended, weights[\"ln_2_gain\"], weights[\"ln_2_bias\"]",
    "forwarded, weights[\"ln_2_gain\"], weights[\"ln_2_bias\"]", "forwarded, weights[\"ln_1_gain\"], weights[\"ln_1_bias\"]",
    "The two norms are exchanged. ln_1 follows the attention, ln_2 the feed-forward.",
)
wrong(
    "heads-not-exchanged-back",
    "x.transpose(0, 2, 1, 3).reshape(batch, tokens, heads * d_k)", "x.reshape(batch, tokens, heads * d_k)",
    "The heads are joined by a reshape alone, which mixes positions. Exchange the axes back to (batch, time, heads, head width), "
    "then reshape to (batch, time, width).",
)
wrong(
    "zero-for-hidden",
    "scores, -np.inf)", "scores, 0.0)",
    "Hidden scores are set to 0. A score of 0 still gets a share of the softmax; minus infinity gets none.",
)
wrong(
    "masked-after-softmax",
    "np.where(causal_mask(x.shape[1]), scores, -np.inf)", "scores",
    "softmax(scores)\n", "softmax(scores) * causal_mask(x.shape[1])\n",
    "The mask is applied after the softmax. The future then still takes its share, and the rest does not sum to 1: mask the scores "
    "before it.",
)
wrong(
    "key-before-query",
    "query, key, value = np.split", "key, query, value = np.split",
    "Query and key are exchanged. The first third of `qkv` is the query, the second the key, the last the value.",
)
wrong(
    "second-norm-missing",
    "layer_norm(n + forwarded, weights[\"ln_2_gain\"], weights[\"ln_2_bias\"])", "n + forwarded",
    "The block ends with a sum. A norm follows each residual sum, the second one too.",
)
inherits("attention/multi-head", without=["no-scaling", "scaled-by-d-model", "merge-without-transpose", "masked-to-zero"])
inherits("layernorm/forward", without=["epsilon-fixed"])
