"""Fresh layers and laws for the encoder."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def layers(rng, count, hidden, wide):
    """Weights of `count` layers as in the exercise, large enough that the GELU sees values beyond 2."""
    weights = {}
    for name in ("query", "key", "value", "output"):
        weights[name] = 1.2 * rng.normal(size=(count, hidden, hidden)) / np.sqrt(hidden)
        weights[f"{name}_bias"] = 0.3 * rng.normal(size=(count, hidden))
    weights["inner"] = 1.5 * rng.normal(size=(count, hidden, wide)) / np.sqrt(hidden)
    weights["inner_bias"] = 0.3 * rng.normal(size=(count, wide))
    weights["outer"] = rng.normal(size=(count, wide, hidden)) / np.sqrt(wide)
    weights["outer_bias"] = 0.3 * rng.normal(size=(count, hidden))
    for name in ("attention", "final"):
        weights[f"{name}_gain"] = rng.uniform(0.6, 1.4, size=(count, hidden))
        weights[f"{name}_bias"] = 0.3 * rng.normal(size=(count, hidden))
    return weights


def padded(lengths, longest):
    """lengths: the number of tokens of each sequence. Returns the mask (batch, longest)."""
    return (np.arange(longest)[None] < np.array(lengths)[:, None]).astype(np.int64)


def cases(rng):
    """Yields (label, arguments): x (batch, length, hidden), mask (batch, length), weights, heads."""
    yield "one layer, two heads, no padding", {
        "x": rng.normal(size=(2, 5, 8)), "mask": padded([5, 5], 5), "weights": layers(rng, 1, 8, 16), "heads": 2,
    }
    yield "one layer, padding", {
        "x": rng.normal(size=(3, 6, 6)), "mask": padded([6, 4, 2], 6), "weights": layers(rng, 1, 6, 24), "heads": 3,
    }
    yield "two layers, four heads, padding", {
        "x": rng.normal(size=(2, 7, 8)), "mask": padded([7, 5], 7), "weights": layers(rng, 2, 8, 12), "heads": 4,
    }
    yield "one head, padding in front", {
        "x": rng.normal(size=(2, 4, 5)), "mask": padded([4, 3], 4)[:, ::-1].copy(), "weights": layers(rng, 1, 5, 10), "heads": 1,
    }
    weights = layers(rng, 1, 6, 8)
    # Both normalizations get numbers of about 0.01, whose variance a larger epsilon would change.
    for name in ("output", "output_bias", "attention_gain", "attention_bias", "outer", "outer_bias"):
        weights[name] *= 0.01
    yield "small numbers, where a larger epsilon would count", {
        "x": 0.01 * rng.normal(size=(2, 4, 6)), "mask": padded([4, 4], 4), "weights": weights, "heads": 2,
    }


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (x, mask, weights, heads) -> (batch, length, hidden)."""
    x, weights = rng.normal(size=(2, 5, 6)), layers(rng, 1, 6, 12)
    full, mask = padded([5, 5], 5), padded([5, 3], 5)
    out = np.asarray(solve(x, mask, weights, 2))
    if out.shape != x.shape:
        yield f"The input has shape {x.shape}, the result {out.shape}; a layer keeps the shape."
        return

    plain = {**weights, "final_gain": np.ones((1, 6)), "final_bias": np.zeros((1, 6))}
    even = np.asarray(solve(x, full, plain, 2))
    if not (np.allclose(even.mean(axis=-1), 0, atol=1e-4) and np.allclose(even.std(axis=-1), 1, atol=1e-3)):
        yield presuming("With gain 1 and bias 0 in the last normalization the result is not normalized: it comes last, after the residual sum.")

    other = x.copy()
    other[1, 3:] += rng.normal(size=(2, 6))
    if not np.allclose(np.asarray(solve(other, mask, weights, 2))[1, :3], out[1, :3], atol=1e-5):
        yield "A token changed when the padding changed: padded keys must get no weight."
    short = np.asarray(solve(x[1:, :3], full[1:, :3], weights, 2))
    if not np.allclose(short[0], out[1, :3], atol=1e-5):
        yield "A sequence gave another result with padding behind it than without."

    later = x.copy()
    later[0, 4] += rng.normal(size=6)  # the same number everywhere would vanish in a normalization
    if np.allclose(np.asarray(solve(later, full, weights, 2))[0, 0], np.asarray(solve(x, full, weights, 2))[0, 0], atol=1e-6):
        yield "Position 0 did not change when position 4 changed: attention must look in both directions."

    order = rng.permutation(5)
    if not np.allclose(solve(x[:, order], full, weights, 2), np.asarray(solve(x, full, weights, 2))[:, order], atol=1e-4):
        yield "The results did not follow when the tokens changed their order: without positions the encoder knows none."
    if not np.allclose(solve(x[::-1].copy(), full, weights, 2), np.asarray(solve(x, full, weights, 2))[::-1], atol=1e-4):
        yield "The results did not follow when the sequences changed their order: sequences share nothing."

    with np.errstate(all="ignore"):
        large = np.asarray(solve(x, full, {**weights, "query": 1000.0 * weights["query"]}, 2))
    if not np.isfinite(large).all():
        yield presuming("Large scores gave infinity or NaN: subtract the largest score of each row before taking exponentials.")

    # The scores among real tokens are -15000 or less, those of the padding 15000.
    steep = {**weights, "query": 100.0 * np.eye(6)[None], "key": -100.0 * np.eye(6)[None]}
    flat = np.ones((2, 5, 6)) * np.tile([1.0, -1.0], 3)
    flat[1, 3:] *= -1.0
    louder = flat.copy()
    louder[1, 3:] *= 1.5
    if not np.allclose(np.asarray(solve(flat, mask, steep, 2))[1, :3], np.asarray(solve(louder, mask, steep, 2))[1, :3], atol=1e-3):
        yield presuming("With large scores real tokens changed with the padding: minus infinity hides a key whatever the scores are, a number such as -10000 does not.")
