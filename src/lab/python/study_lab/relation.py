"""A wrong result that is the right one times, or plus, the same number everywhere; the place at which two texts part."""
from __future__ import annotations

import os
from difflib import SequenceMatcher

import numpy as np

from .compare import figure, name_of

FEWEST = 4
MOST_ITEMS = 3
# Nearer than this to what is right any small fault looks like any relation.
NEAR = 1e-2
# Shorter texts are read at a glance; so much of a longer one is shown around the place.
SHORTEST_TEXT = 30
SIGNS_BEFORE, SIGNS_BEHIND = 24, 16
KNOWN = ((-1.0, "the sign is turned"), (1 / np.log(2), "1 / ln 2: the logarithm has base 2"), (np.log(2), "ln 2"),
         (1 / np.log(10), "1 / ln 10: the logarithm has base 10"))


FUNCTIONS = (("the exponential", np.exp), ("the logarithm", np.log), ("the square", np.square), ("the root", np.sqrt),
             ("the inverse", np.reciprocal), ("the size", np.abs))


def relation_of(outcomes, references, report):
    """A sentence on the piece at which the first failing case differs, over all cases; None where there is no such number."""
    pairs = []
    for got, expected in zip(outcomes, references):
        one, other = piece_of(got.result, report["path"]), piece_of(expected.result, report["path"])
        if got.error is not None or got.foreign or one is None or other is None or one.shape != other.shape:
            return None
        pairs.append((np.ravel(one), np.ravel(other)))
    if not pairs:
        return None
    got, expected = (np.concatenate([pair[side] for pair in pairs]) for side in (0, 1))
    fits = np.isfinite(got) & np.isfinite(expected)
    if not fits.all() or (np.abs(expected) > 1e-3).sum() < FEWEST or np.allclose(got, expected, rtol=NEAR, atol=1e-4):
        return None
    name = name_of(report["path"]) if report["path"] else "The result"
    ratio = float((got * expected).sum() / (expected**2).sum())
    if ratio and np.allclose(got, ratio * expected, rtol=1e-3, atol=1e-4 * abs(ratio)):
        why = next((f" ({words})" for number, words in KNOWN if abs(ratio - number) < 1e-3 * abs(number)), "")
        return f"{name} is {figure(ratio)} times what is right, everywhere{why}."
    by_case = [float((a * b).sum() / (b**2).sum()) if (b != 0).any() else np.nan for a, b in pairs]
    if all(np.isnan(r) or np.allclose(a, r * b, rtol=1e-3, atol=1e-4 * max(abs(r), 1e-9)) for r, (a, b) in zip(by_case, pairs)) and any(a.size > 1 for a, _ in pairs):
        told = ", ".join(figure(r) for r in by_case if not np.isnan(r))
        return f"{name} is a multiple of what is right, another in each case: {told}."
    for words, function in FUNCTIONS:
        with np.errstate(all="ignore"):
            right = function(expected)
        if np.isfinite(right).all() and np.ptp(right) > 1e-3 and np.allclose(got, right, rtol=1e-3, atol=1e-5):
            return f"{name} is {words} of what is right, everywhere."
    gap = got - expected
    if np.allclose(gap, gap[0], atol=1e-4) and abs(gap[0]) > 1e-3:
        return f"{name} is what is right plus {figure(float(gap[0]))}, everywhere."
    return None


def parting_of(got, expected, path):
    """A sentence on where a text leaves the right one; None where the piece is no text, or one that is read at a glance."""
    try:
        for key in path:
            got, expected = got[key], expected[key]
    except (LookupError, TypeError):
        return None
    if not isinstance(got, str) or not isinstance(expected, str) or len(expected) < SHORTEST_TEXT:
        return None
    at = len(os.path.commonprefix([got, expected]))
    before = f"right up to {expected[max(at - SIGNS_BEFORE, 0) : at]!r}" if at else "another from its first character on"
    said = f"yours goes on with {got[at : at + SIGNS_BEHIND]!r}" if got[at:] else "yours ends"
    right = f"{expected[at : at + SIGNS_BEHIND]!r} is right" if expected[at:] else "the text should end"
    return f"{name_of(path) if path else 'The text'} is {before}; there {said}, and {right}."


def listing_of(got, expected, path):
    """A sentence on what a list holds too much, lacks or has otherwise; None where that is most of it, or the piece is no list of texts or numbers."""
    try:
        for key in path[:-1]:
            got, expected = got[key], expected[key]
        one, other = list(got), list(expected)
        parts = [part for part in SequenceMatcher(None, one, other, autojunk=False).get_opcodes() if part[0] != "equal"]
    except (LookupError, TypeError):
        return None
    if not isinstance(expected, (list, tuple)) or len(other) < FEWEST or not parts or isinstance(other[0], (list, dict, np.ndarray)):
        return None
    apart = sum(max(b - a, d - c) for _, a, b, c, d in parts)
    name = name_of(path[:-1]) if len(path) > 1 else "The list"
    _, a, b, c, d = parts[0]
    mine, right = shown(one[a:b]), shown(other[c:d])
    said = f"yours lacks {right}" if a == b else f"yours has {mine} too" if c == d else f"yours has {mine}, and {right} is right"
    rest = f", and {len(parts) - 1} more such {'place' if len(parts) == 2 else 'places'}" if len(parts) > 1 else "; all else is right"
    return None if 2 * apart > len(other) else f"{name} is right up to place {c}; there {said}{rest}."


def shown(items):
    """Some items as they stand in a sentence."""
    told = ", ".join(repr(item) for item in items[:MOST_ITEMS])
    return f"{told}, …" if len(items) > MOST_ITEMS else told


def piece_of(result, path):
    try:
        for key in path:
            result = result[key]
        value = np.asarray(result)
    except (LookupError, TypeError, ValueError):
        return None
    return value.astype(np.float64) if value.dtype.kind == "f" else None
