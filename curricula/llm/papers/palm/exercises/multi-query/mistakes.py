"""Well-known wrong attentions with shared keys and values."""
from __future__ import annotations

from study_lab import inherits, wrong

wrong(
    "tile",
    "np.arange(heads) // (heads // kv_heads)", "np.arange(heads) % kv_heads",
    "Query head h uses key head h mod kv_heads, as np.tile would give it. Neighbours share: it is h // (heads / kv_heads), as np.repeat "
    "gives it.",
)
wrong(
    "one-group",
    "np.arange(heads) // (heads // kv_heads)", "np.zeros(heads, dtype=int)",
    "All query heads use the first key head. That is right for one key head only; with more, each group has its own.",
)
wrong(
    "mean-of-heads",
    "own_keys = keys[:, group]", "own_keys = keys.mean(axis=1, keepdims=True)",
    "own_values = values[:, group]", "own_values = values.mean(axis=1, keepdims=True)",
    "All query heads use the mean of the key heads. Averaging heads is how a finished model is converted; here each group uses its own.",
)
wrong(
    "values-not-grouped",
    "own_values = values[:, group]", "own_values = values[:, np.zeros(heads, dtype=int)]",
    "The keys are those of the group, but the values are always the first head's. Both belong to the group.",
)
wrong(
    "one-query",
    "scores = queries @ own_keys", "scores = queries[:, :1] @ own_keys",
    "All heads use the first head's queries. Queries are not shared: only keys and values are (Section 2).",
)
wrong(
    "expanded-cache",
    "cache = np.stack([keys, values])", "cache = np.stack([np.repeat(keys, heads // kv_heads, axis=1), np.repeat(values, heads // kv_heads, axis=1)])",
    "The cache holds the repeated heads. It keeps each head of keys and values once, which is what the method saves.",
)
wrong(
    "cache-exchanged",
    "cache = np.stack([keys, values])", "cache = np.stack([values, keys])",
    "The cache holds the values first. It is the keys, then the values.",
)
wrong(
    "no-scale",
    " / np.sqrt(size)", "",
    "The scores are not divided by the root of the head's size.",
)
wrong(
    "scale-by-width",
    "np.sqrt(size)", "np.sqrt(x.shape[-1])",
    "The scores are divided by the root of the model's width. It is the root of the head's size.",
)
wrong(
    "scale-by-group",
    "np.sqrt(size)", "np.sqrt(size * (heads // kv_heads))",
    "The scores are divided by the root of all sizes in a group. Each head has its own scores: divide by the root of one head's size.",
)
wrong(
    "scale-without-root",
    "np.sqrt(size)", "size",
    "The scores are divided by the head's size. It is its root.",
)
wrong(
    "no-mask",
    "np.where(seen, scores, -np.inf)", "scores",
    "There is no mask. A position sees itself and those before it.",
)
wrong(
    "sees-the-future",
    "np.tril(np.ones((time, time), dtype=bool))", "np.triu(np.ones((time, time), dtype=bool))",
    "A position sees itself and those after it. It sees those before it.",
)
wrong(
    "not-itself",
    "seen = np.tril(np.ones((time, time), dtype=bool))", "seen = np.tril(np.ones((time, time), dtype=bool), -1)\n    seen[0, 0] = True",
    "A position does not see itself. It sees itself and those before it.",
)
wrong(
    "softmax-over-queries",
    "masked.max(axis=-1, keepdims=True)", "masked.max(axis=-2, keepdims=True)",
    "exponentials.sum(axis=-1, keepdims=True)", "exponentials.sum(axis=-2, keepdims=True)",
    "The softmax runs over the queries. The weights of one query over all keys add up to 1.",
)
wrong(
    "heads-by-reshape",
    "values.reshape(batch, time, count, width // count).swapaxes(1, 2)", "values.reshape(batch, count, time, width // count)",
    "The heads are cut out by a reshape alone, which mixes positions and features. Reshape to (batch, time, heads, size), then swap axes.",
)
wrong(
    "joined-by-reshape",
    "results.swapaxes(1, 2).reshape(", "results.reshape(",
    "The heads are joined without swapping the axes back, so positions are mixed. Swap heads and time first.",
)
wrong(
    "no-maximum",
    "np.exp(masked - masked.max(axis=-1, keepdims=True))", "np.exp(masked)",
    "Large scores overflow. Subtract the largest score of each row before exp.",
)
wrong(
    "finite-mask",
    "scores, -np.inf)", "scores, -1e3)",
    "Hidden scores are -1000. Where the others lie lower still the mask lets through: take minus infinity.",
)
inherits("gpt-1/decoder-block")
