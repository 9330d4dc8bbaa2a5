"""Well-known mistakes with a cache of keys and values."""
from __future__ import annotations

from study_lab import inherits, wrong

wrong(
    "positions-from-zero",
    "positions = cache.shape[-2] + ", "positions = ",
    "The new tokens get positions from 0 again. They go on where the cache ends: past, past + 1, and so on.",
)
wrong(
    "position-behind",
    "positions = cache.shape[-2] + ", "positions = max(cache.shape[-2] - 1, 0) + ",
    "The positions lag by one: the first new token gets the position of the last cached one. With past tokens in the cache it "
    "stands at position past.",
)
wrong(
    "mask-from-the-left",
    "<= past + np.arange(new)", "<= np.arange(new)",
    "The mask forgets the cached keys: new token i sees keys 0 to i only. It sees keys 0 to past + i.",
)
wrong(
    "no-mask-in-chunk",
    "np.where(mask, scores, -np.inf)", "scores",
    "New tokens of one chunk see each other in both directions. The cache needs no mask, but inside the chunk a token sees only "
    "what comes before it.",
)
wrong(
    "cache-not-read",
    "k, v = present ", "k, v = present[..., past.shape[-2] :, :] ",
    "visible(past.shape[-2], x.shape[1])", "visible(0, x.shape[1])",
    "The new tokens look at themselves only. Put the cached keys and values before the new ones, then attend over all.",
)
wrong(
    "cache-replaced",
    "presents.append(present)", "presents.append(present[..., past.shape[-2] :, :])",
    "The returned cache holds the new tokens only. It must hold the earlier ones too, or the next step has forgotten them.",
)
wrong(
    "keys-and-values-exchanged",
    "np.stack([k, v])", "np.stack([v, k])",
    "k, v = present ", "v, k = present ",
    "Keys and values are exchanged in the cache. Index 0 holds the keys, index 1 the values, when reading and when writing.",
)
wrong(
    "one-cache-for-all",
    "zip(cache, weights", "zip(np.broadcast_to(cache[:1], cache.shape), weights",
    "All blocks read the cache of the first. Each block has keys and values of its own: cache[layer].",
)
wrong(
    "new-before-old",
    "[past, np.stack([k, v])]", "[np.stack([k, v]), past]",
    "The new keys and values stand before the cached ones. Order is time: cached first, new last; the mask counts on it.",
)
wrong(
    "last-norm-missing",
    "layer_norm(x, weights[\"ln_f_gain\"], weights[\"ln_f_bias\"])", "x",
    "The norm after the last block is missing. GPT-2 adds one there, before the logits (Section 2.3).",
)
wrong(
    "last-token-not-cached",
    "np.stack(presents)", "np.stack(presents)[..., :-1, :]",
    "The keys and values of the last new token are missing in the returned cache. Every token that was read belongs into it.",
)
wrong(
    "mask-shows-next",
    "<= past + np.arange(new)", "<= past + 1 + np.arange(new)",
    "The mask is off by one: a new token sees the token after it in its chunk. New token i sees keys 0 to past + i.",
)
wrong(
    "no-scale",
    "scores / np.sqrt(q.shape[-1])", "scores",
    "The scores are not divided by the root of the head width. Without it they grow with the width and the softmax saturates.",
)
inherits("attention/scaled-dot-product", without=["no-scaling", "mask-ignored", "masked-to-zero"])
inherits("pre-ln-block")
