"""Well-known wrong ways to write a block of GPT-2."""
from __future__ import annotations

import math

import numpy as np
from reference import attention, causal_mask, feed_forward, layer_norm, pre_ln_block, softmax, split_heads
from study_lab import mistake


def norms(weights):
    """The two norms as functions of x, (batch, time, width)."""
    return [lambda x, n=n: layer_norm(x, weights[f"ln_{n}_gain"], weights[f"ln_{n}_bias"]) for n in (1, 2)]


def block_with(x, weights, attend, transform=feed_forward):
    """The right order of things with another attention attend(normalized) or feed-forward. x: (batch, time, width)."""
    norm_1, norm_2 = norms(weights)
    x = x + attend(norm_1(x))
    return x + transform(norm_2(x), weights)


def attention_with(
    x, weights, heads, mask=None, scale=None, split=split_heads, order=(0, 1, 2), hidden=-1e10, kept=1.0, exchanged=None,
):
    """The attention of the reference with another mask (query, key), scale, split into heads or order of the thirds.

    hidden: the score of a hidden key. As many write it, a large negative number: a row without any key then spreads evenly.
    kept: what multiplies the shares (query, key). exchanged: whether time and heads are exchanged before the heads are joined.
    """
    batch, time, width = x.shape
    thirds = np.split(x @ weights["qkv_weight"] + weights["qkv_bias"], 3, axis=-1)
    query, key, value = (split(thirds[at], heads) for at in order)
    scores = query @ key.swapaxes(-1, -2) / (np.sqrt(width // heads) if scale is None else scale)
    scores = np.where(causal_mask(time) if mask is None else mask, scores, hidden)
    mixed = (softmax(scores) * kept) @ value
    if exchanged is None:
        exchanged = split is split_heads
    if exchanged:
        mixed = mixed.transpose(0, 2, 1, 3)
    return mixed.reshape(x.shape) @ weights["out_weight"] + weights["out_bias"]


def feed_forward_with(activation):
    """The feed-forward sub-block with another activation."""

    def transform(x, weights):
        return activation(x @ weights["fc_weight"] + weights["fc_bias"]) @ weights["proj_weight"] + weights["proj_bias"]

    return transform


@mistake(
    "post-ln",
    "The norm comes after the residual sum, as in the original Transformer and GPT-1. GPT-2 moves it to the input of each "
    "sub-block (Section 2.3).",
)
def post_ln(x, weights, heads):
    norm_1, norm_2 = norms(weights)
    x = norm_1(x + attention(x, weights, heads))
    return norm_2(x + feed_forward(x, weights))


@mistake(
    "residual-normalized",
    "The residual path starts from the normalized input. Only the sub-block gets the norm; the sum takes x itself, so that one "
    "path passes no norm (Section 2.3).",
)
def residual_normalized(x, weights, heads):
    norm_1, norm_2 = norms(weights)
    x = norm_1(x)
    x = norm_2(x + attention(x, weights, heads))
    return x + feed_forward(x, weights)


@mistake(
    "no-residual",
    "The residual sums are missing. Each sub-block adds its result to its input (Section 2.3: the block follows GPT-1).",
)
def no_residual(x, weights, heads):
    norm_1, norm_2 = norms(weights)
    return feed_forward(norm_2(attention(norm_1(x), weights, heads)), weights)


@mistake(
    "one-norm-for-both",
    "Both sub-blocks use the gain and bias of the first norm. The norm before the feed-forward has its own.",
)
def one_norm_for_both(x, weights, heads):
    first = {"ln_2_gain": weights["ln_1_gain"], "ln_2_bias": weights["ln_1_bias"]}
    return pre_ln_block(x, {**weights, **first}, heads)


@mistake(
    "in-parallel",
    "The feed-forward reads the input of the block. It reads the sum after the attention: the sub-blocks come one after the "
    "other (other models put them in parallel).",
)
def in_parallel(x, weights, heads):
    norm_1, norm_2 = norms(weights)
    return x + attention(norm_1(x), weights, heads) + feed_forward(norm_2(x), weights)


@mistake(
    "no-mask",
    "Positions see what comes after them. A language model predicts the next token, so position t may look at 0 to t only.",
)
def no_mask(x, weights, heads):
    time = x.shape[1]
    return block_with(x, weights, lambda n: attention_with(n, weights, heads, mask=np.ones((time, time), dtype=bool)))


@mistake(
    "mask-shows-next",
    "The mask is off by one: position t sees position t + 1, the very token that it must predict. Allow keys up to the query.",
)
def mask_shows_next(x, weights, heads):
    time = x.shape[1]
    mask = np.tril(np.ones((time, time), dtype=bool), 1)
    return block_with(x, weights, lambda n: attention_with(n, weights, heads, mask=mask))


@mistake(
    "mask-hides-itself",
    "The mask is off by one: position t does not see itself. Allow keys up to and including the query.",
)
def mask_hides_itself(x, weights, heads):
    time = x.shape[1]
    mask = np.tril(np.ones((time, time), dtype=bool), -1)
    return block_with(x, weights, lambda n: attention_with(n, weights, heads, mask=mask))


@mistake(
    "no-scale",
    "The scores are not divided by the root of the head width. Without it they grow with the width and the softmax saturates.",
)
def no_scale(x, weights, heads):
    return block_with(x, weights, lambda n: attention_with(n, weights, heads, scale=1.0))


@mistake(
    "scaled-by-width",
    "The scores are divided by the root of the whole width. Each head has its own width: width / heads.",
)
def scaled_by_width(x, weights, heads):
    return block_with(x, weights, lambda n: attention_with(n, weights, heads, scale=np.sqrt(x.shape[-1])))


@mistake(
    "heads-by-reshape",
    "The heads come from one reshape to (batch, heads, time, head width), which mixes positions. Reshape to (batch, time, heads, "
    "head width), then exchange the two axes.",
)
def heads_by_reshape(x, weights, heads):
    def split(values, count):
        batch, time, width = values.shape
        return values.reshape(batch, count, time, width // count)

    return block_with(x, weights, lambda n: attention_with(n, weights, heads, split=split))


@mistake(
    "exact-gelu",
    "The GELU is the exact one with erf. The released code, and so the released weights, use the tanh form; the two differ in "
    "the fourth digit.",
)
def exact_gelu(x, weights, heads):
    erf = np.vectorize(math.erf)
    transform = feed_forward_with(lambda v: 0.5 * v * (1 + erf(v / math.sqrt(2))))
    return block_with(x, weights, lambda n: attention(n, weights, heads), transform)


@mistake(
    "relu",
    "The activation is a ReLU, as in the original Transformer. GPT-1 and GPT-2 use GELU.",
)
def relu(x, weights, heads):
    transform = feed_forward_with(lambda v: np.maximum(v, 0))
    return block_with(x, weights, lambda n: attention(n, weights, heads), transform)


@mistake(
    "heads-not-exchanged-back",
    "The heads are joined by a reshape alone, which mixes positions. Exchange the axes back to (batch, time, heads, head width), "
    "then reshape to (batch, time, width).",
)
def heads_not_exchanged_back(x, weights, heads):
    return block_with(x, weights, lambda n: attention_with(n, weights, heads, exchanged=False))


@mistake(
    "zero-for-hidden",
    "Hidden scores are set to 0. A score of 0 still gets a share of the softmax; minus infinity gets none.",
)
def zero_for_hidden(x, weights, heads):
    return block_with(x, weights, lambda n: attention_with(n, weights, heads, hidden=0.0))


@mistake(
    "masked-after-softmax",
    "The mask is applied after the softmax. The future then still takes its share, and the rest does not sum to 1: mask the scores "
    "before it.",
)
def masked_after_softmax(x, weights, heads):
    seen = causal_mask(x.shape[1])
    everything = np.ones_like(seen)
    return block_with(x, weights, lambda n: attention_with(n, weights, heads, mask=everything, kept=seen))


@mistake(
    "key-before-query",
    "Query and key are exchanged. The first third of `qkv` is the query, the second the key, the last the value.",
)
def key_before_query(x, weights, heads):
    return block_with(x, weights, lambda n: attention_with(n, weights, heads, order=(1, 0, 2)))


@mistake(
    "first-residual-missing",
    "The attention's result is not added to x. Both sub-blocks add their result to their input.",
)
def first_residual_missing(x, weights, heads):
    norm_1, norm_2 = norms(weights)
    x = attention(norm_1(x), weights, heads)
    return x + feed_forward(norm_2(x), weights)


@mistake(
    "second-residual-missing",
    "The feed-forward's result is not added to its input. Both sub-blocks add their result to their input.",
)
def second_residual_missing(x, weights, heads):
    norm_1, norm_2 = norms(weights)
    return feed_forward(norm_2(x + attention(norm_1(x), weights, heads)), weights)
