"""Well-known wrong ways to sample with temperature and top-k."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "temperature-multiplied",
    "logits / temperature", "logits * temperature",
    "The logits are multiplied by the temperature. Divide: a temperature below 1 must make likely tokens more likely.",
)
wrong(
    "temperature-without-effect",
    "logits / temperature", "logits",
    "The temperature has no effect. It must divide the logits; dividing the probabilities is undone when they are normalized.",
)
wrong(
    "not-normalized-again",
    "softmax(keep_largest(logits / temperature, k))", "np.where(np.isinf(keep_largest(logits, k)), 0.0, softmax(logits / temperature))",
    "The probabilities were cut to the top k but not normalized again. What is missing from 1 goes to the last token. Cut the "
    "logits before the softmax, or divide by the new sum.",
)
wrong(
    "zero-for-dropped",
    "smallest_kept, -np.inf, logits)", "smallest_kept, 0.0, logits)",
    "Dropped logits are set to 0. A logit of 0 still has a probability; minus infinity has none.",
)
wrong(
    "one-too-many",
    "[:, -k, None]", "[:, -min(k + 1, logits.shape[-1]), None]",
    "k + 1 tokens can be drawn. The threshold is the k-th largest logit, which itself stays.",
)
wrong(
    "one-too-few",
    "[:, -k, None]", "[:, -max(k - 1, 1), None]",
    "k - 1 tokens can be drawn. The k-th largest logit itself stays: drop what is below it.",
)
wrong(
    "smallest-kept",
    "logits < smallest_kept", "logits > np.sort(logits, axis=-1)[:, k - 1, None]",
    "The k least likely tokens are kept. Sorting goes upwards, so the largest logits stand at the end.",
)
wrong(
    "rank-for-token",
    "softmax(keep_largest(logits / temperature, k))", "softmax(-np.sort(-logits / temperature, axis=-1)[:, : k or None])",
    "The result is the rank among the k tokens. After drawing from the sorted tokens, look up which token stands at that rank.",
)
wrong(
    "all-kept",
    "if k == 0:", "if True:",
    "All tokens can be drawn. Only the k most likely ones may be (Section 3.6).",
)
wrong(
    "evenly",
    "softmax(keep_largest(logits / temperature, k))", "softmax(np.where(np.isinf(keep_largest(logits, k)), -np.inf, 0.0))",
    "The k tokens are drawn evenly. They keep the proportions that the softmax gives them.",
)
wrong(
    "most-likely",
    "draw(softmax(keep_largest(logits / temperature, k)), rng)", "logits.argmax(axis=-1)",
    "The most likely token is always taken. Draw at random, with the probabilities of the kept tokens.",
)
