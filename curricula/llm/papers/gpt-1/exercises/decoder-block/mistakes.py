"""Well-known wrong ways to write a block of GPT-1."""
from __future__ import annotations

import math

import numpy as np
from reference import attention, causal_mask, decoder_block, feed_forward, layer_norm, softmax, split_heads
from study_lab import mistake


def norms(weights):
    """The two norms as functions of x, (batch, time, width)."""
    return [lambda x, n=n: layer_norm(x, weights[f"ln_{n}_gain"], weights[f"ln_{n}_bias"]) for n in (1, 2)]


def block_with(x, weights, attend, transform=feed_forward):
    """The right order of things with another attention attend(x) or feed-forward. x: (batch, time, width)."""
    norm_1, norm_2 = norms(weights)
    n = norm_1(x + attend(x))
    return norm_2(n + transform(n, weights))


def attention_with(
    x, weights, heads, mask=None, scale=None, axis=-1, order=(0, 1, 2), hidden=-1e9, kept=1.0, exchanged=True,
):
    """The attention of the reference with another mask (query, key), scale, axis of the softmax or order of the thirds.

    hidden: the score of a hidden key. A large negative number, as the released code has it: a row without any key then spreads
    evenly. kept: what multiplies the shares (query, key). exchanged: whether time and heads are exchanged back.
    """
    batch, time, width = x.shape
    thirds = np.split(x @ weights["qkv_weight"] + weights["qkv_bias"], 3, axis=-1)
    query, key, value = (split_heads(thirds[at], heads) for at in order)
    scores = query @ key.swapaxes(-1, -2) / (np.sqrt(width // heads) if scale is None else scale)
    scores = np.where(causal_mask(time) if mask is None else mask, scores, hidden)
    shares = softmax(scores.swapaxes(axis, -1)).swapaxes(axis, -1)
    mixed = (shares * kept) @ value
    joined = (mixed.transpose(0, 2, 1, 3) if exchanged else mixed).reshape(x.shape)
    return joined @ weights["out_weight"] + weights["out_bias"]


def feed_forward_with(activation):
    """The feed-forward sub-block with another activation."""

    def transform(x, weights):
        return activation(x @ weights["fc_weight"] + weights["fc_bias"]) @ weights["proj_weight"] + weights["proj_bias"]

    return transform


@mistake(
    "pre-ln",
    "The norm stands at the input of each sub-block. That came with GPT-2; GPT-1 follows the original Transformer and normalizes "
    "after each residual sum (Section 4.1).",
)
def pre_ln(x, weights, heads):
    norm_1, norm_2 = norms(weights)
    x = x + attention(norm_1(x), weights, heads)
    return x + feed_forward(norm_2(x), weights)


@mistake(
    "norm-before-sum",
    "The norm is applied to the result of the sub-block, then the residual is added. First add, then normalize the sum.",
)
def norm_before_sum(x, weights, heads):
    norm_1, norm_2 = norms(weights)
    n = x + norm_1(attention(x, weights, heads))
    return n + norm_2(feed_forward(n, weights))


@mistake(
    "no-residual",
    "The residual sums are missing. Each sub-block adds its result to its input before the norm.",
)
def no_residual(x, weights, heads):
    norm_1, norm_2 = norms(weights)
    return norm_2(feed_forward(norm_1(attention(x, weights, heads)), weights))


@mistake(
    "residual-from-input",
    "The second residual takes the input of the block. It takes the input of the feed-forward, the result of the first norm.",
)
def residual_from_input(x, weights, heads):
    norm_1, norm_2 = norms(weights)
    return norm_2(x + feed_forward(norm_1(x + attention(x, weights, heads)), weights))


@mistake(
    "one-norm",
    "The norm after the attention is missing. Each of the two sub-blocks has its own norm after the sum.",
)
def one_norm(x, weights, heads):
    _, norm_2 = norms(weights)
    x = x + attention(x, weights, heads)
    return norm_2(x + feed_forward(x, weights))


@mistake(
    "no-mask",
    "Positions see what comes after them. The decoder's self-attention is masked: position t looks at 0 to t only (Section 4.1).",
)
def no_mask(x, weights, heads):
    time = x.shape[1]
    return block_with(x, weights, lambda v: attention_with(v, weights, heads, mask=np.ones((time, time), dtype=bool)))


@mistake(
    "mask-shows-next",
    "The mask is off by one: position t sees position t + 1, the very token that it must predict. Allow keys up to the query.",
)
def mask_shows_next(x, weights, heads):
    time = x.shape[1]
    mask = np.tril(np.ones((time, time), dtype=bool), 1)
    return block_with(x, weights, lambda v: attention_with(v, weights, heads, mask=mask))


@mistake(
    "mask-hides-itself",
    "The mask is off by one: position t does not see itself. Allow keys up to and including the query.",
)
def mask_hides_itself(x, weights, heads):
    time = x.shape[1]
    mask = np.tril(np.ones((time, time), dtype=bool), -1)
    return block_with(x, weights, lambda v: attention_with(v, weights, heads, mask=mask))


@mistake(
    "softmax-over-queries",
    "The softmax runs over the queries. The shares of one query sum to 1 over its keys, the last axis of (batch, heads, query, "
    "key).",
)
def softmax_over_queries(x, weights, heads):
    return block_with(x, weights, lambda v: attention_with(v, weights, heads, axis=-2))


@mistake(
    "no-scale",
    "The scores are not divided by the root of the head width, as the original Transformer does it.",
)
def no_scale(x, weights, heads):
    return block_with(x, weights, lambda v: attention_with(v, weights, heads, scale=1.0))


@mistake(
    "scaled-by-width",
    "The scores are divided by the root of the whole width. Each head has its own width: width / heads.",
)
def scaled_by_width(x, weights, heads):
    return block_with(x, weights, lambda v: attention_with(v, weights, heads, scale=np.sqrt(x.shape[-1])))


@mistake(
    "exact-gelu",
    "The GELU is the exact one with erf. The paper does not say which; the released code, and so the released weights, use the "
    "tanh form.",
)
def exact_gelu(x, weights, heads):
    erf = np.vectorize(math.erf)
    transform = feed_forward_with(lambda v: 0.5 * v * (1 + erf(v / math.sqrt(2))))
    return block_with(x, weights, lambda v: attention(v, weights, heads), transform)


@mistake(
    "relu",
    "The activation is a ReLU, as in the original Transformer. GPT-1 uses GELU (Section 4.1).",
)
def relu(x, weights, heads):
    transform = feed_forward_with(lambda v: np.maximum(v, 0))
    return block_with(x, weights, lambda v: attention(v, weights, heads), transform)


@mistake(
    "norms-exchanged",
    "The two norms are exchanged. ln_1 follows the attention, ln_2 the feed-forward.",
)
def norms_exchanged(x, weights, heads):
    names = {f"ln_{a}_{part}": weights[f"ln_{b}_{part}"] for a, b in ((1, 2), (2, 1)) for part in ("gain", "bias")}
    return decoder_block(x, {**weights, **names}, heads)


@mistake(
    "heads-not-exchanged-back",
    "The heads are joined by a reshape alone, which mixes positions. Exchange the axes back to (batch, time, heads, head width), "
    "then reshape to (batch, time, width).",
)
def heads_not_exchanged_back(x, weights, heads):
    return block_with(x, weights, lambda v: attention_with(v, weights, heads, exchanged=False))


@mistake(
    "zero-for-hidden",
    "Hidden scores are set to 0. A score of 0 still gets a share of the softmax; minus infinity gets none.",
)
def zero_for_hidden(x, weights, heads):
    return block_with(x, weights, lambda v: attention_with(v, weights, heads, hidden=0.0))


@mistake(
    "masked-after-softmax",
    "The mask is applied after the softmax. The future then still takes its share, and the rest does not sum to 1: mask the scores "
    "before it.",
)
def masked_after_softmax(x, weights, heads):
    seen = causal_mask(x.shape[1])
    everything = np.ones_like(seen)
    return block_with(x, weights, lambda v: attention_with(v, weights, heads, mask=everything, kept=seen))


@mistake(
    "key-before-query",
    "Query and key are exchanged. The first third of `qkv` is the query, the second the key, the last the value.",
)
def key_before_query(x, weights, heads):
    return block_with(x, weights, lambda v: attention_with(v, weights, heads, order=(1, 0, 2)))


@mistake(
    "second-norm-missing",
    "The block ends with a sum. A norm follows each residual sum, the second one too.",
)
def second_norm_missing(x, weights, heads):
    n = norms(weights)[0](x + attention(x, weights, heads))
    return n + feed_forward(n, weights)
