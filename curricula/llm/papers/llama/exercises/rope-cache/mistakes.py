"""Well-known wrong ways to keep turned keys."""
from __future__ import annotations

from study_lab import inherits, wrong

wrong(
    "positions-restart",
    "positions = past + np.arange(new)", "positions = np.arange(new)",
    "The positions begin at 0 in each call. The new tokens stand behind the old ones: the first has position `past`. It shows from the "
    "second call on.",
)
wrong(
    "keys-restart",
    "turned = rope(k, positions, theta)", "turned = rope(k, np.arange(new), theta)",
    "The queries have their positions, but the keys count from 0 in each call. Both belong to the same tokens.",
)
wrong(
    "queries-restart",
    "queries = rope(q, positions, theta)", "queries = rope(q, np.arange(new), theta)",
    "The keys have their positions, but the queries count from 0 in each call. Both belong to the same tokens.",
)
wrong(
    "turns-again",
    "[cache[0], turned]", "[rope(cache[0], np.arange(past), theta), turned]",
    "The keys of the cache are turned once more. They were turned when they came.",
)
wrong(
    "caches-as-they-came",
    "np.stack([keys, values])", "np.stack([np.concatenate([cache[0], k], axis=-2), values])",
    "The new keys go into the cache without having been turned. The next call takes them for turned ones.",
)
wrong(
    "turns-values",
    "np.concatenate([cache[1], v], axis=-2)", "np.concatenate([cache[1], rope(v, positions, theta)], axis=-2)",
    "The values are turned too. Only queries and keys are; values carry no position.",
)
wrong(
    "keys-not-turned",
    "rope(k, positions, theta)", "k",
    "The new keys are not turned. Queries and keys both are, so that their product depends on the distance.",
)
wrong(
    "mask-at-the-top",
    "<= past + np.arange(new)[:, None]", "<= np.arange(new)[:, None]",
    "The mask begins at the first key, not at the first new one. A new token sees all of the cache, then the new ones up to itself.",
)
wrong(
    "no-mask",
    "np.where(allowed, scores, -np.inf)", "scores",
    "New tokens see later new ones. One token needs no mask, a chunk does.",
)
wrong(
    "itself-hidden",
    "<= past + np.arange(new)[:, None]", "< np.maximum(past + np.arange(new)[:, None], 1)",
    "A token does not see its own key. It sees all keys up to and with its own.",
)
wrong(
    "old-cache",
    "return output, np.stack([keys, values])", "return output, cache",
    "The cache came back as it was. The new keys and values belong into it.",
)
wrong(
    "new-before-old",
    "np.stack([keys, values])", "np.stack([np.concatenate([turned, cache[0]], axis=-2), np.concatenate([v, cache[1]], axis=-2)])",
    "The new keys and values stand before the old ones in the cache. The next call's mask needs them behind.",
)
wrong(
    "no-scale",
    " / np.sqrt(q.shape[-1])", "",
    "The scores are not divided by the root of the size.",
)
inherits("rope", without=["from-one", "own-positions", "over-heads"])
wrong(
    "no-maximum",
    "np.exp(scores - scores.max(axis=-1, keepdims=True))", "np.exp(scores)",
    "Softmax takes exp of the scores as they are, which fails where they are large. Subtract the largest of each row first.",
)
wrong(
    "one-position-late",
    "positions = past + np.arange(new)", "positions = past + np.arange(new) + 1",
    "The new tokens stand one position too far. The first token of all has position 0, so with three in the cache the next one has 3.",
)
wrong(
    "neighbours",
    "first, second = x[..., : size // 2], x[..., size // 2 :]", "first, second = x[..., 0::2], x[..., 1::2]",
    "np.concatenate([turned_first, turned_second], axis=-1)", "np.stack([turned_first, turned_second], axis=-1).reshape(x.shape)",
    "Neighbors are turned together. Here pair i is (i, i + size/2).",
)
wrong(
    "finite-mask",
    "scores, -np.inf)", "scores, -1e3)",
    "Hidden scores are -1000. Where the others lie lower still the mask lets through: take minus infinity.",
)
