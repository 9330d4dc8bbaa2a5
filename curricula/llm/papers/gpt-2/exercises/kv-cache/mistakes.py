"""Well-known mistakes with a cache of keys and values."""
from __future__ import annotations

import numpy as np
from reference import embed, forward_cached, logits_of, mix, run_blocks, split_heads, visible
from study_lab import mistake


def forward_with(tokens, cache, weights, heads, attend=None, past=None):
    """The model with another attention or another first position. Shapes as in the exercise."""
    x = embed(tokens, cache.shape[-2] if past is None else past, weights)
    x, longer = run_blocks(x, cache, weights["blocks"], heads, *([attend] if attend else []))
    return logits_of(x, weights), longer


def attention_with(use):
    """An attention of which use(query, key, value, past) makes (mixed, present). Shapes as in the reference."""

    def attend(x, past, block, heads):
        query, key, value = (split_heads(t, heads) for t in np.split(x @ block["qkv_weight"] + block["qkv_bias"], 3, axis=-1))
        mixed, present = use(query, key, value, past)
        return mixed @ block["out_weight"] + block["out_bias"], present

    return attend


def joined(key, value, past):
    """(2, batch, heads, past + new, size)."""
    return np.concatenate([past, np.stack([key, value])], axis=-2)


@mistake(
    "positions-from-zero",
    "The new tokens get positions from 0 again. They go on where the cache ends: past, past + 1, and so on.",
)
def positions_from_zero(tokens, cache, weights, heads):
    return forward_with(tokens, cache, weights, heads, past=0)


@mistake(
    "position-behind",
    "The positions lag by one: the first new token gets the position of the last cached one. With past tokens in the cache it "
    "stands at position past.",
)
def position_behind(tokens, cache, weights, heads):
    return forward_with(tokens, cache, weights, heads, past=max(cache.shape[-2] - 1, 0))


@mistake(
    "mask-from-the-left",
    "The mask forgets the cached keys: new token i sees keys 0 to i only. It sees keys 0 to past + i.",
)
def mask_from_the_left(tokens, cache, weights, heads):
    def use(query, key, value, past):
        present = joined(key, value, past)
        mask = np.tril(np.ones((query.shape[2], present.shape[-2]), dtype=bool))
        return mix(query, *present, mask), present

    return forward_with(tokens, cache, weights, heads, attention_with(use))


@mistake(
    "no-mask-in-chunk",
    "New tokens of one chunk see each other in both directions. The cache needs no mask, but inside the chunk a token sees only "
    "what comes before it.",
)
def no_mask_in_chunk(tokens, cache, weights, heads):
    def use(query, key, value, past):
        present = joined(key, value, past)
        return mix(query, *present, np.ones((query.shape[2], present.shape[-2]), dtype=bool)), present

    return forward_with(tokens, cache, weights, heads, attention_with(use))


@mistake(
    "cache-not-read",
    "The new tokens look at themselves only. Put the cached keys and values before the new ones, then attend over all.",
)
def cache_not_read(tokens, cache, weights, heads):
    def use(query, key, value, past):
        return mix(query, key, value, visible(0, key.shape[2])), joined(key, value, past)

    return forward_with(tokens, cache, weights, heads, attention_with(use))


@mistake(
    "cache-replaced",
    "The returned cache holds the new tokens only. It must hold the earlier ones too, or the next step has forgotten them.",
)
def cache_replaced(tokens, cache, weights, heads):
    logits, longer = forward_cached(tokens, cache, weights, heads)
    return logits, longer[..., cache.shape[-2] :, :]


@mistake(
    "keys-and-values-exchanged",
    "Keys and values are exchanged in the cache. Index 0 holds the keys, index 1 the values, when reading and when writing.",
)
def keys_and_values_exchanged(tokens, cache, weights, heads):
    logits, longer = forward_cached(tokens, cache[:, ::-1], weights, heads)
    return logits, longer[:, ::-1]


@mistake(
    "one-cache-for-all",
    "All blocks read the cache of the first. Each block has keys and values of its own: cache[layer].",
)
def one_cache_for_all(tokens, cache, weights, heads):
    return forward_cached(tokens, np.broadcast_to(cache[:1], cache.shape), weights, heads)


@mistake(
    "new-before-old",
    "The new keys and values stand before the cached ones. Order is time: cached first, new last; the mask counts on it.",
)
def new_before_old(tokens, cache, weights, heads):
    def use(query, key, value, past):
        present = np.concatenate([np.stack([key, value]), past], axis=-2)
        return mix(query, *present, visible(past.shape[-2], key.shape[2])), present

    return forward_with(tokens, cache, weights, heads, attention_with(use))


@mistake(
    "last-norm-missing",
    "The norm after the last block is missing. GPT-2 adds one there, before the logits (Section 2.3).",
)
def last_norm_missing(tokens, cache, weights, heads):
    x, longer = run_blocks(embed(tokens, cache.shape[-2], weights), cache, weights["blocks"], heads)
    return x @ weights["token_embedding"].T, longer


@mistake(
    "last-token-not-cached",
    "The keys and values of the last new token are missing in the returned cache. Every token that was read belongs into it.",
)
def last_token_not_cached(tokens, cache, weights, heads):
    logits, longer = forward_cached(tokens, cache, weights, heads)
    return logits, longer[..., :-1, :]


@mistake(
    "mask-shows-next",
    "The mask is off by one: a new token sees the token after it in its chunk. New token i sees keys 0 to past + i.",
)
def mask_shows_next(tokens, cache, weights, heads):
    def use(query, key, value, past):
        present = joined(key, value, past)
        return mix(query, *present, visible(past.shape[-2] + 1, query.shape[2])[:, :-1]), present

    return forward_with(tokens, cache, weights, heads, attention_with(use))


@mistake(
    "no-scale",
    "The scores are not divided by the root of the head width. Without it they grow with the width and the softmax saturates.",
)
def no_scale(tokens, cache, weights, heads):
    def use(query, key, value, past):
        present = joined(key, value, past)
        return mix(np.sqrt(query.shape[-1]) * query, *present, visible(past.shape[-2], query.shape[2])), present

    return forward_with(tokens, cache, weights, heads, attention_with(use))
