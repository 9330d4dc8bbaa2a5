"""Results that are right but for their digits: half precision, or rounded."""
from __future__ import annotations

import numpy as np

# The numbers by which it may be told: one or two can be short by chance.
FEWEST = 3
MOST_PLACES = 6


def precision_of(got, expected):
    """A sentence where all wrong pieces of a result are the right ones with too few digits, else None."""
    pairs = list(numbers(got, expected))
    if not pairs or None in pairs:
        return None
    one, other = (np.concatenate([np.ravel(pair[side]) for pair in pairs]) for side in (0, 1))
    if one.size < FEWEST or not np.isfinite(one).all() or not np.isfinite(other).all():
        return None
    one, other = one.astype(np.float64), other.astype(np.float64)
    for places in range(MOST_PLACES):
        if (np.abs(one - other) <= 0.51 * 10.0**-places).all() and np.allclose(one, np.round(one, places), rtol=0, atol=1e-7) and (one != 0).any():
            return f"All of them are rounded to {places} {'place' if places == 1 else 'places'}; return them as they are."
    size = np.maximum(np.abs(other), np.abs(other).max() / 4)
    if (one.astype(np.float32).view(np.uint32) & 0xFFFF == 0).all() and (np.abs(one - other) <= 1e-1 * size).all():
        return "The numbers are bfloat16, which carries two digits. Compute in float32 or float64."
    with np.errstate(over="ignore"):
        half = one == one.astype(np.float16).astype(np.float64)
    if half.all() and (np.abs(one - other) <= 2e-2 * size).all():
        return "The numbers are float16, which carries three digits. Compute in float32 or float64."
    return None


def numbers(got, expected):
    """The pairs of floating arrays of two results; None among them where the results can't be paired."""
    if isinstance(expected, dict):
        for key in expected:
            yield from numbers(got[key], expected[key]) if isinstance(got, dict) and key in got else [None]
    elif isinstance(expected, (list, tuple)):
        if isinstance(got, np.ndarray) or not isinstance(got, (list, tuple)) or len(got) != len(expected):
            yield None
            return
        for one, other in zip(got, expected):
            yield from numbers(one, other)
    elif isinstance(expected, (np.ndarray, np.floating, float)):
        one, other = np.asarray(got), np.asarray(expected)
        if one.shape != other.shape or one.dtype.kind != "f":
            yield None
        elif other.dtype.kind == "f":
            yield one, other
