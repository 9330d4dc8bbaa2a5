"""Fresh sequences for the masking, what many draws of it amount to, and laws."""
from __future__ import annotations

import copy

import numpy as np

# Statistics of which a right solution has exactly these values.
EXACT = ("special tokens: chosen", "not chosen: changed")
TOKENS = 64_000  # that many are offered in each case: the shares of the chosen then deviate by about 0.004


def sequences(rng, batch, ordinary, specials, vocabulary):
    """token_ids (batch, ordinary + specials) with special ids 0 .. specials - 1 among ids of the lower fifth of the vocabulary."""
    rows = []
    for _ in range(batch):
        words = rng.integers(specials + 1, vocabulary // 5, size=ordinary)
        rows.append(rng.permutation(np.concatenate([np.arange(specials), words])))
    return np.stack(rows)


def inputs(rng, batch, ordinary, specials, vocabulary, **more):
    """Arguments: the specials are the first ids, and the id behind them is [MASK]."""
    return {
        "token_ids": sequences(rng, batch, ordinary, specials, vocabulary),
        "special_ids": np.arange(specials),
        "mask_id": specials,
        "vocabulary_size": vocabulary,
        "rng": np.random.default_rng(int(rng.integers(2**32))),
        **more,
    }


def cases(rng):
    """Yields (label, arguments): token_ids (batch, length), special_ids, mask_id, vocabulary_size, rng, rate."""
    yield "shares of 64,000 tokens", inputs(rng, 40, 40, 3, 200)
    # At a high rate it shows plainly where part of the chosen positions is not reported.
    yield "shares of 64,000 tokens at a rate of 80 %", inputs(rng, 32, 20, 5, 500, rate=0.8)


def share(part, whole):
    """The share of True among the places where whole is True; 0 where there are none."""
    return float(part[whole].mean()) if whole.any() else 0.0


def observe(solve, arguments):
    """Shares over many draws. solve returns inputs and chosen (batch, length)."""
    token_ids, special_ids, mask_id, vocabulary_size, rng, *more = arguments.values()
    before, ordinary = token_ids.copy(), ~np.isin(token_ids, special_ids)
    times = -(-TOKENS // int(ordinary.sum()))
    seen, marks = [], []
    for turn in range(times):
        # The last draw gets the array itself, so that a change in place shows.
        given = token_ids if turn == times - 1 else token_ids.copy()
        got, chosen = (np.asarray(part) for part in solve(given, special_ids, mask_id, vocabulary_size, rng, *more))
        if got.shape != token_ids.shape or chosen.shape != token_ids.shape:
            raise ValueError(f"inputs has shape {got.shape} and chosen {chosen.shape}; {token_ids.shape} is right for both")
        seen.append(got)
        marks.append(chosen.astype(bool))
    seen, chosen = np.stack(seen), np.stack(marks)  # (times, batch, length)
    original, ordinary = np.broadcast_to(before, seen.shape), np.broadcast_to(ordinary, seen.shape)
    is_mask, same = seen == mask_id, seen == original
    random = chosen & ~is_mask & ~same
    drawn = seen[random]
    both = ordinary[:, 1:] & ordinary[:, :-1]
    return {
        "ordinary tokens: chosen": share(chosen, ordinary),
        "special tokens: chosen": share(chosen, ~ordinary),
        "not chosen: changed": share(~same, ~chosen),
        "chosen: became [MASK]": share(is_mask, chosen),
        "chosen: became another token": share(random, chosen),
        "chosen: stayed the same": share(same, chosen),
        "chosen: became a token that the text lacks": share(random & (seen >= vocabulary_size // 5), chosen),
        "chosen: became the same random token as the one before": float((drawn[1:] == drawn[:-1]).sum()) / max(chosen.sum(), 1),
        "place chosen in two neighbouring sequences": share(chosen[:, 1:] & chosen[:, :-1], both),
        "place and the next one chosen in a sequence": share(chosen[..., 1:] & chosen[..., :-1], ordinary[..., 1:] & ordinary[..., :-1]),
    }


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: the arguments above -> (inputs, chosen)."""
    given = inputs(rng, 6, 40, 3, 100)
    token_ids, special_ids, mask_id, vocabulary_size, draws = given.values()

    def call(seed, *more):
        return solve(token_ids, special_ids, mask_id, vocabulary_size, np.random.default_rng(seed), *more)

    result = call(1)
    if len(result) != 2:
        yield f"{len(result)} values came back; two are wanted: (inputs, chosen)."
        return
    got, chosen = (np.asarray(part) for part in result)
    for name, array in (("inputs", got), ("chosen", chosen)):
        if array.shape != token_ids.shape:
            yield f"{name} has shape {array.shape}; {token_ids.shape} is right."
            return
    if not np.isin(chosen, (0, 1)).all():
        yield "chosen has values besides True and False."
        return
    chosen = chosen.astype(bool)
    if got.min() < 0 or got.max() >= vocabulary_size:
        yield f"inputs has ids from {got.min()} to {got.max()}; the vocabulary has 0 to {vocabulary_size - 1}."
    if (got != token_ids)[~chosen].any():
        yield "A token that was not chosen changed: only chosen positions may."
    if chosen[np.isin(token_ids, special_ids)].any():
        yield "A special token was chosen: they are never predicted."

    again, other = call(1), call(2)
    if not (np.array_equal(got, again[0]) and np.array_equal(chosen, np.asarray(again[1]).astype(bool))):
        yield "The same rng gave two results: all randomness must come from rng."
    if np.array_equal(chosen, np.asarray(other[1]).astype(bool)):
        yield "Two different rngs chose the same positions: randomness must come from rng."

    none, every = call(draws.integers(2**32), 0.0), call(draws.integers(2**32), 1.0)
    if np.asarray(none[1]).any() or not np.array_equal(none[0], token_ids):
        yield "At a rate of 0 nothing may be chosen or changed."
    if not np.array_equal(np.asarray(every[1]).astype(bool), ~np.isin(token_ids, special_ids)):
        yield "At a rate of 1 all tokens but the special ones must be chosen."
    yield from laws_of_draws(solve, rng)
    yield from laws_of_shares(solve, rng)


def laws_of_shares(solve, rng):
    """Yields a sentence where the fates of 64,000 chosen positions are not 80, 10 and 10 %, within six deviations."""
    token_ids = np.full((100, 640), 7)
    draws = np.random.default_rng(int(rng.integers(2**32)))
    got, chosen = (np.asarray(part) for part in solve(token_ids, np.arange(2), 2, 1000, draws, 1.0))
    if not chosen.all():
        return  # said already
    # One random token in a thousand is [MASK], and one is the token that was there.
    for share, what, right, allowed in (((got == 2).mean(), "became [MASK]", 0.8001, 0.0095), ((got == 7).mean(), "stayed", 0.1001, 0.0072)):
        if abs(share - right) > allowed:
            yield f"Of 64,000 chosen positions {100 * share:.1f} % {what}; {100 * right:.0f} % is right."
            return


def laws_of_draws(solve, rng):
    """Yields a sentence for each law that the second draw of one large call breaks: a vocabulary of eight, all positions chosen."""
    token_ids, special_ids, mask_id = np.full((40, 400), 5), np.arange(2), 2
    draws = np.random.default_rng(int(rng.integers(2**32)))
    got, chosen = (np.asarray(part) for part in solve(token_ids, special_ids, mask_id, 8, draws, 1.0))
    if not chosen.all():
        return  # said already
    if got.min() < 0 or got.max() > 7:
        yield f"A random token was {got.max() if got.max() > 7 else got.min()}; a vocabulary of 8 has the ids 0 to 7."
    lacking = np.setdiff1d(np.arange(8), got)
    # Where next to nothing became random at all, another sentence says so.
    if lacking.size and np.setdiff1d(got, (5, mask_id)).size > 1:
        yield (
            f"Among 16,000 chosen positions no token became {lacking[0]}: random tokens come from the whole vocabulary, "
            "special ones too."
        )
    marks = (got == mask_id).astype(np.float64)
    # The share is 0.8125, as a random token may be [MASK]; one of so many independent draws deviates by 0.003.
    if not 0.75 < marks.mean() < 0.87:
        yield (
            f"In one call {100 * marks.mean():.0f} % of 16,000 chosen positions became [MASK]; it should be about 80 %, as each "
            "position draws its own fate."
        )
    for name, one, other in (("places of a sequence", marks[:, 1:], marks[:, :-1]), ("sequences", marks[1:], marks[:-1])):
        if (one * other).mean() - one.mean() * other.mean() > 0.05:
            yield f"Neighbouring {name} share their fate, [MASK] or not: each position of each sequence draws its own."
