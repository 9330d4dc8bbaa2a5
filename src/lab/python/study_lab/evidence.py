"""How much a wrong outcome says: what could be alike by chance names no mistake."""
from __future__ import annotations

import numpy as np

# Numbers that must agree, and be wrong, before a mistake by rule or a pair is believed.
FEWEST_NUMBERS = 4
# A text, or a whole number, that two algorithms do not give by chance.
LONG_TEXT = 12
LARGE_NUMBER = 1000


def weight(outcome, reference):
    """How many numbers with a fraction a wrong outcome is worth; 0 where it holds none that is wrong."""
    if outcome.error is not None or outcome.foreign is not None:
        return 0
    return sum(worth(got, expected) for _, got, expected in leaves(outcome.result, reference.result))


def leaves(got, expected, path=()):
    """[(path, got, expected)] of the pieces of a result that hold no other piece; got is None where it lacks one."""
    if isinstance(expected, dict):
        for key in expected:
            yield from leaves(got.get(key) if isinstance(got, dict) else None, expected[key], (*path, key))
    elif isinstance(expected, (list, tuple)) and any(isinstance(one, (np.ndarray, dict, list, tuple, float, str, bytes)) for one in expected):
        for at, one in enumerate(expected):
            there = isinstance(got, (list, tuple)) and at < len(got)
            yield from leaves(got[at] if there else None, one, (*path, at))
    else:
        yield path, got, expected


def worth(got, expected):
    """How many numbers a wrong piece is worth."""
    if got is None or expected is None:
        return 0
    if isinstance(expected, (str, bytes)):
        told = isinstance(got, type(expected)) and got != expected
        return (FEWEST_NUMBERS if len(got) >= LONG_TEXT else 1) if told else 0
    if isinstance(expected, (list, tuple)):
        return min(len(got), FEWEST_NUMBERS) if isinstance(got, (list, tuple)) and list(got) != list(expected) else 0
    one, other = np.asarray(got), np.asarray(expected)
    if one.dtype.kind == other.dtype.kind == "b" and one.shape == other.shape:
        return int((one != other).sum())
    if one.dtype.kind not in "iuf" or other.dtype.kind not in "iuf":
        return 0
    if one.shape != other.shape:
        return len(np.unique(one[np.isfinite(one)]))
    with np.errstate(all="ignore"):
        apart = np.isfinite(one) & ~np.isclose(one, other, rtol=1e-4, atol=1e-5)
    if other.dtype.kind == "f":
        # One number alone is a whole result: two of them by chance within four digits are rare enough.
        return int(apart.sum()) * (FEWEST_NUMBERS if one.ndim == 0 else 1)
    return int(apart.sum()) * (FEWEST_NUMBERS if one.ndim == 0 and abs(one) >= LARGE_NUMBER else 1)


def says_something(outcome):
    """Whether an outcome holds anything but an exception or NaN."""
    return outcome.error is None and outcome.foreign is None and any(finite_pieces(outcome.result))


def says_more(outcome, reference):
    """Whether a wrong outcome holds more that is wrong than NaN, which comes of many mistakes."""
    return says_something(outcome) and (not holds_nan(outcome) or weight(outcome, reference) > 0)


def holds_nan(outcome):
    """Whether an outcome's numbers are not all numbers."""
    if outcome.error is not None or outcome.foreign is not None:
        return False
    floats = (one for _, one, _ in leaves(outcome.result, outcome.result) if isinstance(one, (np.ndarray, np.floating, float)))
    return any(np.asarray(one).dtype.kind == "f" and np.isnan(one).any() for one in floats)


def finite_pieces(result):
    if isinstance(result, dict):
        result = list(result.values())
    if isinstance(result, (list, tuple)):
        for piece in result:
            yield from finite_pieces(piece)
    elif isinstance(result, (np.ndarray, np.generic, float)) and np.asarray(result).dtype.kind in "fc":
        yield bool(np.isfinite(result).any())
    else:
        yield True
