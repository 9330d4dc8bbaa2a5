"""Well-known wrong ways to write multi-head attention."""
from __future__ import annotations

from study_lab import inherits, wrong

wrong(
    "split-without-transpose",
    "x.reshape(batch, tokens, heads, d_model // heads).transpose(0, 2, 1, 3)", "x.reshape(batch, heads, tokens, d_model // heads)",
    "The features are reshaped straight to (batch, heads, tokens, d_k). That cuts the tokens into heads. Reshape to (batch, "
    "tokens, heads, d_k), then exchange the two middle axes (Section 3.2.2).",
)
wrong(
    "merge-without-transpose",
    "x.transpose(0, 2, 1, 3).reshape(batch, tokens, heads * d_k)", "x.reshape(batch, tokens, heads * d_k)",
    "The heads are merged by a reshape alone, so a token gets pieces of other tokens. Exchange heads and tokens back first; "
    "Concat joins the heads of one token (Section 3.2.2).",
)
wrong(
    "never-transposed",
    "x.reshape(batch, tokens, heads, d_model // heads).transpose(0, 2, 1, 3)", "x.reshape(batch, heads, tokens, d_model // heads)",
    "x.transpose(0, 2, 1, 3).reshape(batch, tokens, heads * d_k)", "x.reshape(batch, tokens, heads * d_k)",
    "Splitting and merging are both plain reshapes. The shapes fit, but a head then holds other tokens instead of other "
    "features. Exchange the axes of tokens and heads in both (Section 3.2.2).",
)
wrong(
    "heads-interleaved",
    "x.reshape(batch, tokens, heads, d_model // heads).transpose(0, 2, 1, 3)", "x.reshape(batch, tokens, d_model // heads, heads).transpose(0, 3, 1, 2)",
    "x.transpose(0, 2, 1, 3).reshape(batch, tokens, heads * d_k)", "x.transpose(0, 2, 3, 1).reshape(batch, tokens, heads * d_k)",
    "A head takes every h-th feature. Head i owns d_k neighbouring columns, from i·d_k on: reshape the features to (heads, "
    "d_k), not to (d_k, heads).",
)
wrong(
    "one-head",
    "batch, tokens, d_model = x.shape", "(batch, tokens, d_model), heads = x.shape, 1",
    "One attention runs over all features, as if there were one head. Each head has weights of its own from its d_k "
    "features (Section 3.2.2).",
)
wrong(
    "scaled-by-d-model",
    "np.sqrt(q.shape[-1])", "np.sqrt(q.shape[-1] * q.shape[1])",
    "The scores are divided by √d_model. Each head has vectors of length d_k = d_model / h, so it divides by √d_k (Sections "
    "3.2.1 and 3.2.2).",
)
wrong(
    "no-output-projection",
    "merge(attended) @ weights[\"w_o\"]", "merge(attended)",
    "The joined heads are returned as they are. W^O comes after the concatenation (Section 3.2.2).",
)
wrong(
    "weights-transposed",
    "query @ weights[\"w_q\"]", "query @ weights[\"w_q\"].T",
    "key @ weights[\"w_k\"]", "key @ weights[\"w_k\"].T",
    "value @ weights[\"w_v\"]", "value @ weights[\"w_v\"].T",
    "merge(attended) @ weights[\"w_o\"]", "merge(attended) @ weights[\"w_o\"].T",
    "The projections are x @ w.T, as a PyTorch linear layer stores its weight. Here a matrix has the shape (inputs, "
    "outputs), and the paper writes Q W^Q (Section 3.2.2).",
)
wrong(
    "values-from-keys",
    "value @ weights[\"w_v\"]", "key @ weights[\"w_v\"]",
    "The values are projected from `key`. Keys and values are two inputs; self-attention only passes the same one twice "
    "(Section 3.2.2).",
)
wrong(
    "mask-of-another-case",
    "np.asarray(mask)[..., None, :, :]", "np.asarray(mask)",
    "The masks of the cases went to the heads: head i of every case uses the mask of case i. A mask (batch, queries, keys) needs "
    "an axis of 1 for the heads, (batch, 1, queries, keys); where it is repeated, all heads of a case get the mask of that case.",
)
wrong(
    "mask-ignored",
    "np.where(mask, scores, -np.inf)", "scores",
    "The mask is not used. Every head applies it to its scores before the softmax (Section 3.2.3).",
)
inherits("scaled-dot-product")
