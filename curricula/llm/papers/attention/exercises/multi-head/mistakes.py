"""Well-known wrong ways to write multi-head attention."""
from __future__ import annotations

import numpy as np
from reference import attention, merge, multi_head_attention, split
from study_lab import mistake


def split_blind(x, heads):
    """x: (batch, tokens, d_model). A reshape straight to (batch, heads, tokens, d_k), which mixes tokens and features."""
    batch, tokens, d_model = x.shape
    return x.reshape(batch, heads, tokens, d_model // heads)


def merge_blind(x):
    """x: (batch, heads, tokens, d_k). A reshape straight to (batch, tokens, d_model), which mixes heads and tokens."""
    batch, heads, tokens, d_k = x.shape
    return x.reshape(batch, tokens, heads * d_k)


def assembled(query, key, value, weights, heads, mask, divide=split, join=merge):
    """Multi-head attention with the given ways to split and to merge. Shapes as in the exercise."""
    if mask is not None:
        mask = mask[..., None, :, :]
    q, k, v = (divide(x @ weights[w], heads) for x, w in ((query, "w_q"), (key, "w_k"), (value, "w_v")))
    return join(attention(q, k, v, mask)) @ weights["w_o"]


@mistake(
    "split-without-transpose",
    "The features are reshaped straight to (batch, heads, tokens, d_k). That cuts the tokens into heads. Reshape to (batch, "
    "tokens, heads, d_k), then exchange the two middle axes (Section 3.2.2).",
)
def split_without_transpose(query, key, value, weights, heads, mask=None):
    return assembled(query, key, value, weights, heads, mask, divide=split_blind)


@mistake(
    "merge-without-transpose",
    "The heads are merged by a reshape alone, so a token gets pieces of other tokens. Exchange heads and tokens back first; "
    "Concat joins the heads of one token (Section 3.2.2).",
)
def merge_without_transpose(query, key, value, weights, heads, mask=None):
    return assembled(query, key, value, weights, heads, mask, join=merge_blind)


@mistake(
    "never-transposed",
    "Splitting and merging are both plain reshapes. The shapes fit, but a head then holds other tokens instead of other "
    "features. Exchange the axes of tokens and heads in both (Section 3.2.2).",
)
def never_transposed(query, key, value, weights, heads, mask=None):
    return assembled(query, key, value, weights, heads, mask, split_blind, merge_blind)


@mistake(
    "heads-interleaved",
    "A head takes every h-th feature. Head i owns d_k neighbouring columns, from i·d_k on: reshape the features to (heads, "
    "d_k), not to (d_k, heads).",
)
def heads_interleaved(query, key, value, weights, heads, mask=None):
    def divide(x, heads):
        batch, tokens, d_model = x.shape
        return x.reshape(batch, tokens, d_model // heads, heads).transpose(0, 3, 1, 2)

    def join(x):
        batch, heads, tokens, d_k = x.shape
        return x.transpose(0, 2, 3, 1).reshape(batch, tokens, heads * d_k)

    return assembled(query, key, value, weights, heads, mask, divide, join)


@mistake(
    "one-head",
    "One attention runs over all features, as if there were one head. Each head has weights of its own from its d_k "
    "features (Section 3.2.2).",
)
def one_head(query, key, value, weights, heads, mask=None):
    return multi_head_attention(query, key, value, weights, 1, mask)


@mistake(
    "scaled-by-d-model",
    "The scores are divided by √d_model. Each head has vectors of length d_k = d_model / h, so it divides by √d_k (Sections "
    "3.2.1 and 3.2.2).",
)
def scaled_by_d_model(query, key, value, weights, heads, mask=None):
    return multi_head_attention(query / np.sqrt(heads), key, value, weights, heads, mask)


@mistake(
    "no-output-projection",
    "The joined heads are returned as they are. W^O comes after the concatenation (Section 3.2.2).",
)
def no_output_projection(query, key, value, weights, heads, mask=None):
    return multi_head_attention(query, key, value, {**weights, "w_o": np.eye(len(weights["w_o"]))}, heads, mask)


@mistake(
    "weights-transposed",
    "The projections are x @ w.T, as a PyTorch linear layer stores its weight. Here a matrix has the shape (inputs, "
    "outputs), and the paper writes Q W^Q (Section 3.2.2).",
)
def weights_transposed(query, key, value, weights, heads, mask=None):
    return multi_head_attention(query, key, value, {name: w.T for name, w in weights.items()}, heads, mask)


@mistake(
    "values-from-keys",
    "The values are projected from `key`. Keys and values are two inputs; self-attention only passes the same one twice "
    "(Section 3.2.2).",
)
def values_from_keys(query, key, value, weights, heads, mask=None):
    return multi_head_attention(query, key, key, weights, heads, mask)


@mistake(
    "mask-of-another-case",
    "The masks of the cases went to the heads: head i of every case uses the mask of case i. A mask (batch, queries, keys) needs "
    "an axis of 1 for the heads, (batch, 1, queries, keys); where it is repeated, all heads of a case get the mask of that case.",
)
def mask_of_another_case(query, key, value, weights, heads, mask=None):
    q, k, v = (split(x @ weights[w], heads) for x, w in ((query, "w_q"), (key, "w_k"), (value, "w_v")))
    # Without an axis for the heads the shapes fit only where there are as many heads as cases.
    return merge(attention(q, k, v, mask)) @ weights["w_o"]


@mistake(
    "mask-ignored",
    "The mask is not used. Every head applies it to its scores before the softmax (Section 3.2.3).",
)
def mask_ignored(query, key, value, weights, heads, mask=None):
    return multi_head_attention(query, key, value, weights, heads)
