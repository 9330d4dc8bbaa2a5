"""Well-known wrong encoders."""
from __future__ import annotations

from study_lab import inherits, wrong

wrong(
    "pre-ln",
    "attended = attention(x, mask, w, heads)\n        x = layer_norm(x + attended, w[\"attention_gain\"], w[\"attention_bias\"])", "x = x + attention(layer_norm(x, w[\"attention_gain\"], w[\"attention_bias\"]), mask, w, heads)",
    "forwarded = feed_forward(x, w)\n        x = layer_norm(x + forwarded, w[\"final_gain\"], w[\"final_bias\"])", "x = x + feed_forward(layer_norm(x, w[\"final_gain\"], w[\"final_bias\"]), w)",
    "The normalization comes before each sublayer, as in GPT-2. In BERT it comes after the residual sum, as in the original "
    "Transformer (Section 3).",
)
wrong(
    "gelu-tanh",
    "0.5 * x * (1.0 + erf(x / math.sqrt(2.0)))", "0.5 * x * (1.0 + np.tanh(math.sqrt(2.0 / math.pi) * (x + 0.044715 * x**3)))",
    "The GELU is the approximation with tanh. It is off by up to 5e-4; here it is the exact one, x/2 * (1 + erf(x / sqrt(2))).",
)
wrong(
    "gelu-sigmoid",
    "0.5 * x * (1.0 + erf(x / math.sqrt(2.0)))", "x / (1.0 + np.exp(-1.702 * x))",
    "The GELU is the approximation x * sigmoid(1.702 x). It is off by up to 0.02; here it is the exact one with erf.",
)
wrong(
    "gelu-without-root",
    "erf(x / math.sqrt(2.0))", "erf(x)",
    "The argument of erf is x, without the root of 2. The distribution function of the normal distribution is (1 + erf(x / sqrt(2))) / 2.",
)
wrong(
    "relu",
    "0.5 * x * (1.0 + erf(x / math.sqrt(2.0)))", "np.maximum(x, 0.0)",
    "The activation is a ReLU, as in the original Transformer. BERT uses the GELU (Appendix A.2).",
)
wrong(
    "not-scaled",
    "scores / np.sqrt(q.shape[-1])", "scores",
    "The scores are not divided by the root of the head's size (Vaswani et al., eq. (1)).",
)
wrong(
    "scaled-by-hidden",
    "np.sqrt(q.shape[-1])", "np.sqrt(x.shape[-1])",
    "The scores are divided by the root of the hidden size. Each head works at hidden / heads, and its root is taken (Vaswani et al., "
    "eq. (1)).",
)
wrong(
    "padding-seen",
    "np.where(mask, scores, -np.inf)", "scores",
    "The padding is attended to. Padded keys get no weight: set their scores to a very negative number before the softmax.",
)
wrong(
    "padded-queries",
    "mask[:, None, None, :] > 0", "mask[:, None, :, None] > 0",
    "scores, -np.inf)", "scores, -1e9)",
    "The mask was laid on the queries. It speaks about keys, the last axis of the scores; a padded query harms nobody.",
)
wrong(
    "padded-queries-zero",
    "mask[:, None, None, :] > 0", "mask[:, None, :, None] > 0",
    "np.where(mask, scores, -np.inf)", "scores",
    "softmax(scores)\n", "softmax(scores) * mask\n",
    "The mask was laid on the queries, whose weights became 0; the padding is still seen. The mask speaks about keys, the last "
    "axis of the scores, and a padded query is computed like the others.",
)
wrong(
    "masked-after-softmax",
    "np.where(mask, scores, -np.inf)", "scores",
    "softmax(scores)\n", "softmax(scores) * mask\n",
    "The weights of padded keys are set to 0 after the softmax, so the others no longer sum to 1. Mask the scores before it.",
)
wrong(
    "causal",
    "mask[:, None, None, :] > 0", "(mask[:, None, None, :] > 0) & np.tri(x.shape[1], dtype=bool)",
    "scores, -np.inf)", "scores, -1e9)",
    "Each position only sees what stands before it. That is GPT's mask; BERT looks in both directions (Section 3).",
)
wrong(
    "heads-mixed",
    "x.reshape(batch, tokens, heads, d_model // heads).transpose(0, 2, 1, 3)", "x.reshape(batch, heads, tokens, d_model // heads)",
    "x.transpose(0, 2, 1, 3).reshape(batch, tokens, heads * d_k)", "x.reshape(batch, tokens, heads * d_k)",
    "The heads were made by a reshape alone, (batch, heads, length, size), which mixes positions. Reshape to (batch, length, heads, size) "
    "and then move the heads before the length.",
)
wrong(
    "no-attention-residual",
    "x + attended", "attended",
    "The input of the attention is not added to its output. Both sublayers have a residual connection (Vaswani et al., Section 3.1).",
)
wrong(
    "no-feed-forward-residual",
    "x + forwarded", "forwarded",
    "The input of the feed-forward layer is not added to its output. Both sublayers have a residual connection (Vaswani et al., "
    "Section 3.1).",
)
wrong(
    "epsilon-too-large",
    "epsilon: float = 1e-12", "epsilon: float = 1e-5",
    "Epsilon is 1e-5, the usual value of libraries. BERT's layer normalization has 1e-12, which shows where the numbers are small.",
)
wrong(
    "one-normalization",
    "x = layer_norm(x + attended, w[\"attention_gain\"], w[\"attention_bias\"])", "x = x + attended",
    "Only the feed-forward layer is followed by a normalization. The sum after the attention is normalized too (Vaswani et al., "
    "Section 3.1).",
)
inherits("attention/multi-head", without=["never-transposed", "no-scaling", "scaled-by-d-model", "mask-ignored", "mask-after-softmax"])
inherits("attention/encoder-layer", without=["no-residual-attention", "no-residual-feed-forward", "epsilon-outside"])
