"""Well-known wrong ways to sample from the nucleus."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "crossing-dropped",
    "before < p", "before + ordered <= p",
    "The token at which the sum reaches p was left out. The set must hold p, so it is kept; else a row with one sure token keeps none.",
)
wrong(
    "likely-enough",
    "before < p", "ordered >= 1 - p",
    "Each token was kept that has a probability of 1 - p or more. The limit is on the sum of the kept ones, not on each.",
)
wrong(
    "share-of-the-best",
    "before < p", "ordered >= (1 - p) * ordered[:, :1]",
    "Tokens were kept by their share of the likeliest one's probability. That is min-p sampling; the nucleus is a sum of probabilities.",
)
wrong(
    "ascending",
    "np.argsort(-probabilities, axis=-1)", "np.argsort(probabilities, axis=-1)",
    "The least likely tokens come first, so the tail is kept. Sort the likeliest first.",
)
wrong(
    "unsorted",
    "np.argsort(-probabilities, axis=-1)", "np.tile(np.arange(vocabulary), (batch, 1))",
    "The probabilities are added up in the order of the vocabulary. Sort them first, likeliest in front.",
)
wrong(
    "place-for-token",
    "np.take_along_axis(order, places[:, None], axis=-1)[:, 0]", "places",
    "The place in the sorted row was returned. Translate it into the token that stands there.",
)
wrong(
    "not-renormalized",
    "kept / kept.sum(axis=-1, keepdims=True)", "kept",
    "The kept probabilities do not sum to 1 again, so what was cut off falls to a token that should not come. Divide by their sum.",
)
wrong(
    "temperature-after",
    "np.asarray(logits, dtype=np.float64) / temperature", "np.asarray(logits, dtype=np.float64)",
    "np.where(before < p, ordered, 0.0)", "np.where(before < p, ordered ** (1 / temperature), 0.0)",
    "The set was chosen at temperature 1 and heated afterwards. The temperature comes first, then the set.",
)
wrong(
    "temperature-multiplied",
    "np.float64) / temperature", "np.float64) * temperature",
    "The logits are multiplied by the temperature. They are divided by it: a low temperature sharpens.",
)
wrong(
    "no-temperature",
    "np.float64) / temperature", "np.float64)",
    "The temperature has no effect. The logits are divided by it before the softmax.",
)
wrong(
    "fixed-number",
    "before < p", "np.arange(vocabulary) < p * vocabulary",
    "The share p of the vocabulary was kept, the same number of tokens in each row. p is a sum of probabilities.",
)
wrong(
    "no-limit",
    "before < p", "before < 1",
    "All tokens can come. Only those of the smallest set that holds p may.",
)
wrong(
    "greedy",
    "rng.random((batch, 1))", "np.zeros((batch, 1))",
    "The likeliest token comes every time. Draw from the kept ones.",
)
wrong(
    "even-draw",
    "kept / kept.sum(axis=-1, keepdims=True)", "(kept > 0) / (kept > 0).sum(axis=-1, keepdims=True)",
    "The kept tokens come equally often. They keep their proportions.",
)
wrong(
    "one-draw",
    "rng.random((batch, 1))", "rng.random()",
    "One number was drawn for all rows. Each row draws for itself.",
)
wrong(
    "softmax-again",
    "kept / kept.sum(axis=-1, keepdims=True)", "np.where(kept > 0, np.exp(kept), 0.0) / np.where(kept > 0, np.exp(kept), 0.0).sum(axis=-1, keepdims=True)",
    "A softmax was taken of the kept probabilities, which makes them nearly equal. Divide them by their sum.",
)
wrong(
    "rest-to-the-likeliest",
    "shares = kept / kept.sum(axis=-1, keepdims=True)", "shares = kept + (np.arange(vocabulary) == 0) * (1 - kept.sum(axis=-1, keepdims=True))",
    "What was cut off went to the likeliest token. All kept ones grow in proportion: divide by their sum.",
)
wrong(
    "first-row-decides",
    "before < p", "before[:1] < p",
    "The first row decides for all how many tokens are kept. Each row has a set of its own.",
)
