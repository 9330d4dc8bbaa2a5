"""Well-known wrong ways to sample with temperature and top-k."""
from __future__ import annotations

import numpy as np
from reference import draw, keep_largest, sample, softmax
from study_lab import mistake


@mistake(
    "temperature-multiplied",
    "The logits are multiplied by the temperature. Divide: a temperature below 1 must make likely tokens more likely.",
)
def temperature_multiplied(logits, temperature, k, rng):
    return sample(logits, 1 / temperature, k, rng)


@mistake(
    "temperature-without-effect",
    "The temperature has no effect. It must divide the logits; dividing the probabilities is undone when they are normalized.",
)
def temperature_without_effect(logits, temperature, k, rng):
    return sample(logits, 1.0, k, rng)


@mistake(
    "not-normalized-again",
    "The probabilities were cut to the top k but not normalized again. What is missing from 1 goes to the last token. Cut the "
    "logits before the softmax, or divide by the new sum.",
)
def not_normalized_again(logits, temperature, k, rng):
    probabilities = softmax(logits / temperature)
    kept = np.where(np.isinf(keep_largest(logits, k)), 0.0, probabilities)
    return draw(kept, rng)


@mistake(
    "zero-for-dropped",
    "Dropped logits are set to 0. A logit of 0 still has a probability; minus infinity has none.",
)
def zero_for_dropped(logits, temperature, k, rng):
    kept = keep_largest(logits / temperature, k)
    return draw(softmax(np.where(np.isinf(kept), 0.0, kept)), rng)


@mistake(
    "one-too-many",
    "k + 1 tokens can be drawn. The threshold is the k-th largest logit, which itself stays.",
)
def one_too_many(logits, temperature, k, rng):
    return sample(logits, temperature, min(k + 1, logits.shape[-1]) if k else 0, rng)


@mistake(
    "one-too-few",
    "k - 1 tokens can be drawn. The k-th largest logit itself stays: drop what is below it.",
)
def one_too_few(logits, temperature, k, rng):
    return sample(logits, temperature, max(k - 1, 1) if k else 0, rng)


@mistake(
    "smallest-kept",
    "The k least likely tokens are kept. Sorting goes upwards, so the largest logits stand at the end.",
)
def smallest_kept(logits, temperature, k, rng):
    scaled = logits / temperature
    if k:
        scaled = np.where(scaled > np.sort(scaled, axis=-1)[:, k - 1, None], -np.inf, scaled)
    return draw(softmax(scaled), rng)


@mistake(
    "rank-for-token",
    "The result is the rank among the k tokens. After drawing from the sorted tokens, look up which token stands at that rank.",
)
def rank_for_token(logits, temperature, k, rng):
    ordered = -np.sort(-logits / temperature, axis=-1)
    return draw(softmax(ordered[:, : k or None]), rng)


@mistake(
    "all-kept",
    "All tokens can be drawn. Only the k most likely ones may be (Section 3.6).",
)
def all_kept(logits, temperature, k, rng):
    return sample(logits, temperature, 0, rng)


@mistake(
    "evenly",
    "The k tokens are drawn evenly. They keep the proportions that the softmax gives them.",
)
def evenly(logits, temperature, k, rng):
    kept = keep_largest(logits, k)
    return draw(softmax(np.where(np.isinf(kept), -np.inf, 0.0)), rng)


@mistake(
    "most-likely",
    "The most likely token is always taken. Draw at random, with the probabilities of the kept tokens.",
)
def most_likely(logits, temperature, k, rng):
    return logits.argmax(axis=-1)
