"""Well-known wrong ways to mask."""
from __future__ import annotations

import numpy as np
from reference import mask_tokens
from study_lab import mistake


def masked(
    token_ids, special_ids, mask_id, vocabulary_size, rng, rate, *, mask_below=0.8, random_below=0.9, choose=None, draw=None
):
    """The right masking with parts exchanged. choose: shape -> numbers below rate are chosen; draw: shape -> random tokens."""
    ordinary = ~np.isin(token_ids, special_ids)
    chosen = ordinary & ((choose or rng.random)(token_ids.shape) < rate)
    fate = rng.random(token_ids.shape)
    tokens = draw(token_ids.shape) if draw else rng.integers(vocabulary_size, size=token_ids.shape)
    inputs = np.where(chosen & (fate < mask_below), mask_id, token_ids)
    return np.where(chosen & (fate >= mask_below) & (fate < random_below), tokens, inputs), chosen


@mistake(
    "always-mask",
    "Every chosen token became [MASK]. Only 80 % do; 10 % become a random token and 10 % stay, since [MASK] never occurs in "
    "fine-tuning (Section 3.1, Task #1).",
)
def always_mask(token_ids, special_ids, mask_id, vocabulary_size, rng, rate=0.15):
    return masked(token_ids, special_ids, mask_id, vocabulary_size, rng, rate, mask_below=2.0)


@mistake(
    "none-stays",
    "No chosen token stays what it is: 80 % became [MASK] and 20 % random tokens. Half of these 20 % stay (Appendix A.1).",
)
def none_stays(token_ids, special_ids, mask_id, vocabulary_size, rng, rate=0.15):
    return masked(token_ids, special_ids, mask_id, vocabulary_size, rng, rate, random_below=2.0)


@mistake(
    "none-random",
    "No chosen token became a random one: 80 % became [MASK] and 20 % stayed. Half of these 20 % become random tokens (Appendix A.1).",
)
def none_random(token_ids, special_ids, mask_id, vocabulary_size, rng, rate=0.15):
    return masked(token_ids, special_ids, mask_id, vocabulary_size, rng, rate, random_below=0.8)


@mistake(
    "shares-exchanged",
    "10 % of the chosen tokens became [MASK] and 80 % random ones. It is the other way round (Appendix A.1).",
)
def shares_exchanged(token_ids, special_ids, mask_id, vocabulary_size, rng, rate=0.15):
    return masked(token_ids, special_ids, mask_id, vocabulary_size, rng, rate, mask_below=0.1)


@mistake(
    "unchanged-not-chosen",
    "The chosen tokens that stay the same are not marked as chosen. The loss counts them too; they teach the model to represent the "
    "tokens it sees (Appendix A.1).",
)
def unchanged_not_chosen(token_ids, special_ids, mask_id, vocabulary_size, rng, rate=0.15):
    inputs, chosen = mask_tokens(token_ids, special_ids, mask_id, vocabulary_size, rng, rate)
    return inputs, chosen & (inputs != token_ids)


@mistake(
    "only-masks-chosen",
    "Only the positions that became [MASK] are marked as chosen. Those with a random token and those that stay are predicted too "
    "(Section 3.1, Task #1).",
)
def only_masks_chosen(token_ids, special_ids, mask_id, vocabulary_size, rng, rate=0.15):
    inputs, chosen = mask_tokens(token_ids, special_ids, mask_id, vocabulary_size, rng, rate)
    return inputs, chosen & (inputs == mask_id)


@mistake(
    "special-chosen",
    "Special tokens such as [CLS], [SEP] and [PAD] are chosen as well. They mark structure and are never predicted.",
)
def special_chosen(token_ids, special_ids, mask_id, vocabulary_size, rng, rate=0.15):
    return mask_tokens(token_ids, special_ids[:0], mask_id, vocabulary_size, rng, rate)


@mistake(
    "same-places",
    "All sequences of the batch hide the same places. Draw for each position of each sequence.",
)
def same_places(token_ids, special_ids, mask_id, vocabulary_size, rng, rate=0.15):
    def choose(shape):
        return np.broadcast_to(rng.random(shape[1]), shape)

    return masked(token_ids, special_ids, mask_id, vocabulary_size, rng, rate, choose=choose)


@mistake(
    "one-run",
    "The chosen positions of a sequence stand side by side, in one run. Draw for each position by itself, so that a hidden token "
    "mostly keeps its neighbours.",
)
def one_run(token_ids, special_ids, mask_id, vocabulary_size, rng, rate=0.15):
    def choose(shape):
        starts = rng.integers(shape[1], size=(shape[0], 1))
        return (np.arange(shape[1]) - starts) % shape[1] / shape[1]

    return masked(token_ids, special_ids, mask_id, vocabulary_size, rng, rate, choose=choose)


@mistake(
    "one-random-token",
    "One random token was drawn and put everywhere. Each position draws its own.",
)
def one_random_token(token_ids, special_ids, mask_id, vocabulary_size, rng, rate=0.15):
    def draw(shape):
        return np.full(shape, rng.integers(vocabulary_size))

    return masked(token_ids, special_ids, mask_id, vocabulary_size, rng, rate, draw=draw)


@mistake(
    "random-from-the-text",
    "The random tokens were taken from the sequences themselves. They come from the whole vocabulary.",
)
def random_from_the_text(token_ids, special_ids, mask_id, vocabulary_size, rng, rate=0.15):
    ordinary = token_ids[~np.isin(token_ids, special_ids)]
    return masked(token_ids, special_ids, mask_id, vocabulary_size, rng, rate, draw=lambda shape: rng.choice(ordinary, size=shape))


@mistake(
    "everything-masked",
    "80/10/10 was applied to all tokens, not to the chosen 15 %. Tokens that were not chosen stay what they are.",
)
def everything_masked(token_ids, special_ids, mask_id, vocabulary_size, rng, rate=0.15):
    inputs, _ = masked(token_ids, special_ids, mask_id, vocabulary_size, rng, 2.0)
    return inputs, ~np.isin(token_ids, special_ids) & (rng.random(token_ids.shape) < rate)
