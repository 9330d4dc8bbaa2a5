"""Well-known wrong ways to put an encoder layer together."""
from __future__ import annotations

import numpy as np
from reference import encoder_layer, feed_forward, layer_norm, self_attention
from study_lab import mistake


def as_keys(mask):
    """mask: (batch, tokens) or None. Returns it as (batch, 1, 1, keys)."""
    return None if mask is None else mask[:, None, None, :]


def norms(weights):
    """The two normalizations of the layer, in their order: functions of (batch, tokens, d_model)."""
    return [lambda x, name=name: layer_norm(x, weights[f"{name}_gain"], weights[f"{name}_bias"]) for name in ("self", "ffn")]


@mistake(
    "pre-norm",
    "Each sub-layer gets the normalized input, and nothing is normalized after the addition. That is pre-LN of later "
    "models; here it is LayerNorm(x + Sublayer(x)) (Section 3.1).",
)
def pre_norm(x, weights, heads, mask=None):
    first, second = norms(weights)
    x = x + self_attention(first(x), weights, heads, as_keys(mask))
    return x + feed_forward(second(x), weights)


@mistake(
    "norm-before-adding",
    "The sub-layer's output is normalized and then added. The sum is what is normalized: LayerNorm(x + Sublayer(x)) "
    "(Section 3.1).",
)
def norm_before_adding(x, weights, heads, mask=None):
    first, second = norms(weights)
    x = x + first(self_attention(x, weights, heads, as_keys(mask)))
    return x + second(feed_forward(x, weights))


@mistake(
    "no-residual-attention",
    "The residual connection around self-attention is missing: its input is added before the normalization (Section 3.1).",
)
def no_residual_attention(x, weights, heads, mask=None):
    first, second = norms(weights)
    x = first(self_attention(x, weights, heads, as_keys(mask)))
    return second(x + feed_forward(x, weights))


@mistake(
    "no-residual-feed-forward",
    "The residual connection around the feed-forward network is missing: its input is added before the normalization "
    "(Section 3.1).",
)
def no_residual_feed_forward(x, weights, heads, mask=None):
    first, second = norms(weights)
    return second(feed_forward(first(x + self_attention(x, weights, heads, as_keys(mask))), weights))


@mistake(
    "no-residuals",
    "Both residual connections are missing. Each sub-layer's input is added to its output before the normalization (Section "
    "3.1).",
)
def no_residuals(x, weights, heads, mask=None):
    first, second = norms(weights)
    return second(feed_forward(first(self_attention(x, weights, heads, as_keys(mask))), weights))


@mistake(
    "residual-from-the-start",
    "After the feed-forward network the layer's first input is added. The residual connection adds what this sub-layer got, "
    "the normalized result of attention (Section 3.1).",
)
def residual_from_the_start(x, weights, heads, mask=None):
    first, second = norms(weights)
    middle = first(x + self_attention(x, weights, heads, as_keys(mask)))
    return second(x + feed_forward(middle, weights))


@mistake(
    "one-norm",
    "Only the end of the layer is normalized. Each of the two sub-layers has a normalization of its own (Section 3.1, "
    "Figure 1).",
)
def one_norm(x, weights, heads, mask=None):
    x = x + self_attention(x, weights, heads, as_keys(mask))
    return norms(weights)[1](x + feed_forward(x, weights))


@mistake(
    "norms-exchanged",
    "Gain and bias of the two normalizations are exchanged. `self_gain` and `self_bias` follow attention, `ffn_gain` and "
    "`ffn_bias` the feed-forward network.",
)
def norms_exchanged(x, weights, heads, mask=None):
    second, first = norms(weights)
    x = first(x + self_attention(x, weights, heads, as_keys(mask)))
    return second(x + feed_forward(x, weights))


@mistake(
    "feed-forward-first",
    "The feed-forward network comes before attention. Attention is the first sub-layer (Section 3.1).",
)
def feed_forward_first(x, weights, heads, mask=None):
    first, second = norms(weights)
    x = second(x + feed_forward(x, weights))
    return first(x + self_attention(x, weights, heads, as_keys(mask)))


@mistake(
    "padding-attended",
    "The mask is not used, so tokens look at padding. Its keys must be hidden in self-attention.",
)
def padding_attended(x, weights, heads, mask=None):
    return encoder_layer(x, weights, heads)


def rows_hidden(x, weights, heads, mask, hidden, keys=None):
    """A layer whose attention hides the rows of padding; what comes out of such a row is hidden, (batch, tokens, d_model).

    keys: the mask of the keys besides, (batch, tokens).
    """
    first, second = norms(weights)
    attended = self_attention(x, weights, heads, as_keys(keys))
    x = first(x + (attended if mask is None else np.where(mask[..., None], attended, hidden)))
    return second(x + feed_forward(x, weights))


@mistake(
    "mask-on-queries",
    "The mask lies on the queries: the rows of padding are hidden, and real tokens still look at padding. It belongs to the "
    "keys, shape (batch, 1, 1, keys).",
)
def mask_on_queries(x, weights, heads, mask=None):
    return rows_hidden(x, weights, heads, mask, 0.0)


@mistake(
    "mask-on-queries-nan",
    "The mask lies on the queries: the rows of padding have only scores of minus infinity and become NaN, and real tokens "
    "still look at padding. It belongs to the keys, shape (batch, 1, 1, keys).",
)
def mask_on_queries_nan(x, weights, heads, mask=None):
    return rows_hidden(x, weights, heads, mask, np.nan)


@mistake(
    "mask-on-queries-uniform",
    "The mask lies on the queries: the rows of padding look at everything alike, and real tokens still look at padding. It "
    "belongs to the keys, shape (batch, 1, 1, keys).",
)
def mask_on_queries_uniform(x, weights, heads, mask=None):
    uniform = self_attention(x, {**weights, "self_q": np.zeros_like(weights["self_q"])}, heads, None)
    return rows_hidden(x, weights, heads, mask, uniform)


@mistake(
    "padding-not-asking",
    "The mask lies on keys and queries: what attention gives to a padded position became 0. Hide padding as keys alone; a padded "
    "position asks like the others.",
)
def padding_not_asking(x, weights, heads, mask=None):
    return rows_hidden(x, weights, heads, mask, 0.0, mask)


@mistake(
    "padding-asking-all",
    "The mask lies on keys and queries: a padded position looks at everything alike, padding included. Hide padding as keys alone; "
    "a padded position asks like the others.",
)
def padding_asking_all(x, weights, heads, mask=None):
    uniform = self_attention(x, {**weights, "self_q": np.zeros_like(weights["self_q"])}, heads, None)
    return rows_hidden(x, weights, heads, mask, uniform, mask)


@mistake(
    "epsilon-outside",
    "Epsilon is added to the deviation, after the root. It belongs to the variance, inside the root.",
)
def epsilon_outside(x, weights, heads, mask=None):
    def norm(x, name):
        deviation = x.std(axis=-1, keepdims=True) + 1e-5
        return weights[f"{name}_gain"] * (x - x.mean(axis=-1, keepdims=True)) / deviation + weights[f"{name}_bias"]

    x = norm(x + self_attention(x, weights, heads, as_keys(mask)), "self")
    return norm(x + feed_forward(x, weights), "ffn")


@mistake(
    "unbiased-variance",
    "The variance of the normalization divides by d_model - 1. Layer normalization divides by the number of features; some "
    "libraries use one less as the default of their `var` or `std`.",
)
def unbiased_variance(x, weights, heads, mask=None):
    def norm(x, name):
        deviation = np.sqrt(x.var(axis=-1, ddof=1, keepdims=True) + 1e-5)
        return weights[f"{name}_gain"] * (x - x.mean(axis=-1, keepdims=True)) / deviation + weights[f"{name}_bias"]

    x = norm(x + self_attention(x, weights, heads, as_keys(mask)), "self")
    return norm(x + feed_forward(x, weights), "ffn")
