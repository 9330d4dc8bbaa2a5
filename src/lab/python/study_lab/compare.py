"""Compares a result with the one expected, piece by piece, and says where they part."""
from __future__ import annotations

import numpy as np

from .plain import kind_of, shape_text

# Ordered by how early in reading the result the difference is met.
ORDER = ("wrong-type", "wrong-shape", "not-a-number", "wrong")


def difference(got, expected, relative, absolute, path=()):
    """None where got equals expected within tolerance, else a dict: kind, path, sentence and figures."""
    if isinstance(expected, dict):
        return of_dicts(got, expected, relative, absolute, path)
    if isinstance(expected, (list, tuple)):
        return of_sequences(got, expected, relative, absolute, path)
    if isinstance(expected, (np.ndarray, np.generic, int, float, complex)) and not isinstance(expected, bool):
        return of_arrays(got, expected, relative, absolute, path)
    if isinstance(expected, bool) and isinstance(got, (bool, np.bool_)) or type(got) is type(expected):
        if got == expected:
            return None
        where = first_difference(got, expected) if isinstance(expected, (str, bytes)) else None
        return {
            "kind": "wrong", "path": list(path), "got": short(got), "expected": short(expected), "index": where,
            "sentence": f"{subject(path)} is {short(got)}; {short(expected)} is right.",
        }
    return wrong_type(got, expected, path)


def of_dicts(got, expected, relative, absolute, path):
    if not isinstance(got, dict):
        return wrong_type(got, expected, path)
    for key in expected:
        if key not in got:
            have = f"It has {listed([repr(one) for one in got])}." if got else "It is empty."
            return {"kind": "wrong-type", "path": list(path), "sentence": f"{subject(path)} has no {key!r}. {have}"}
    for key in got:
        if key not in expected:
            return {"kind": "wrong-type", "path": list(path), "sentence": f"{subject(path)} has {key!r}, which is not asked for."}
    return worst(difference(got[key], expected[key], relative, absolute, (*path, key)) for key in expected)


def of_sequences(got, expected, relative, absolute, path):
    if isinstance(got, np.ndarray) and got.ndim and len(got) == len(expected):
        got = list(got)
    if not isinstance(got, (list, tuple)):
        return wrong_type(got, expected, path)
    if len(got) != len(expected):
        if expected and all(isinstance(item, (int, str, bytes, np.integer)) for item in expected):
            at = first_difference(list(got), list(expected))
            more = f" They part at position {at}." if at is not None else ""
        else:
            more = ""
        return {
            "kind": "wrong-shape", "path": list(path), "shapes": {"got": [len(got)], "expected": [len(expected)]},
            "sentence": f"{subject(path)} has {items(len(got))}; {count_is_right(len(expected))}.{more}",
        }
    pairs = zip(got, expected)
    return worst(difference(a, b, relative, absolute, (*path, at)) for at, (a, b) in enumerate(pairs))


def items(count):
    return "1 item" if count == 1 else f"{count} items"


def count_is_right(count):
    return "1 is right" if count == 1 else f"{count} are right"


def of_arrays(got, expected, relative, absolute, path):
    scalar = not isinstance(expected, np.ndarray) or expected.ndim == 0
    if isinstance(got, (list, tuple)) and not scalar:
        got = array_of_list(got, expected)
    if isinstance(got, list) and not scalar:
        return unlike_an_array(got, expected, path)
    if not isinstance(got, (np.ndarray, np.generic, int, float, complex)):
        return wrong_type(got, expected, path)
    got, expected = np.asarray(got), np.asarray(expected)
    if got.dtype.kind not in "biufc":
        return {"kind": "wrong-type", "path": list(path),
                "sentence": f"{subject(path)} has values of type {got.dtype.name}; numbers are right."}
    if got.dtype.kind == "c" and expected.dtype.kind != "c":
        return {"kind": "wrong-type", "path": list(path),
                "sentence": f"{subject(path)} holds complex numbers; real ones are right."}
    if got.shape != expected.shape:
        right = "a single number" if scalar else shape_text(expected.shape)
        return {
            "kind": "wrong-shape", "path": list(path),
            "shapes": {"got": list(got.shape), "expected": list(expected.shape)},
            "sentence": f"{subject(path)} has shape {shape_text(got.shape)}; {right} is right.",
        }
    exact = expected.dtype.kind in "biu"
    with np.errstate(all="ignore"):
        gap = np.abs(got.astype(np.complex128 if got.dtype.kind == "c" else np.float64) - expected)
        allowed = 0.0 if exact else absolute + relative * np.abs(expected)
        # Equal infinities have no gap, and NaN agrees with NaN alone.
        fits = (gap <= allowed) | (got == expected) | (np.isnan(got) & np.isnan(expected))
        fits &= np.isfinite(got) == np.isfinite(expected)
    if fits.all():
        return None
    return apart(got, expected, gap, fits, path)


def array_of_list(got, expected):
    """The array that a list of numbers or of rows plainly is; a tuple only in the right shape, as several results are one too."""
    try:
        array = np.asarray(got)
    except (ValueError, TypeError):
        return got
    plainly = array.dtype.kind in "biufc" and (isinstance(got, list) or array.shape == expected.shape)
    return array if plainly else got


def unlike_an_array(got, expected, path):
    """What is to say of a list that is no array of numbers: the item that is no number, or rows of different lengths."""
    strange = first_strange(got)
    if strange is not None:
        inner, item = strange
        at = name_of(path) + "".join(f"[{one}]" for one in inner)
        return {"kind": "wrong-type", "path": list(path), "sentence": f"{at} is {short(item)}; a number is right."}
    if not uneven(got):
        return wrong_type(got, expected, path)
    return {"kind": "wrong-type", "path": list(path),
            "sentence": f"{subject(path)} is a list of rows of different lengths; {kind_of(expected)} is right."}


def uneven(rows):
    """Whether the rows of nested lists have different shapes."""
    try:
        return len({np.shape(row) for row in rows}) > 1
    except ValueError:
        return True


def first_strange(got, inner=()):
    """The first item of nested lists that is no number, with its place: (indices, item); None where there is none."""
    for at, item in enumerate(got):
        if isinstance(item, (list, tuple)):
            found = first_strange(item, (*inner, at))
            if found:
                return found
        elif not (isinstance(item, (int, float, complex, np.number, np.bool_)) or isinstance(item, np.ndarray) and item.dtype.kind in "biufc"):
            return (*inner, at), item
    return None


def listed(words):
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def apart(got, expected, gap, fits, path):
    """The report of two arrays of one shape that differ: first index, largest error, how many."""
    strange = ~np.isfinite(got) & np.isfinite(expected)
    first = np.argwhere(strange if strange.any() else ~fits)[0]
    index = [int(at) for at in first]
    one, other = got[tuple(index)], expected[tuple(index)]
    finite = np.where(np.isfinite(gap), gap, 0.0)
    report = {
        "kind": "not-a-number" if strange.any() else "wrong", "path": list(path), "index": index,
        "got": number(one), "expected": number(other), "maximumError": number(finite.max()),
        "differing": int((~fits).sum()), "total": int(fits.size),
        "shapes": {"got": list(got.shape), "expected": list(expected.shape)},
    }
    at = place(path, index)
    if strange.any():
        report["sentence"] = f"{at} is {number(one)}; {figure(other)} is right."
    else:
        many = f" {report['differing']} of {report['total']} values differ" if fits.size > 1 else ""
        most = f", by up to {figure(finite.max())}." if fits.size > 1 else ""
        report["sentence"] = f"{at} is {figure(one)}; {figure(other)} is right.{many}{most}"
    return report


def worst(differences):
    """Of several pieces' reports the one to tell: the first of the earliest kind."""
    found = [one for one in differences if one is not None]
    return min(found, key=lambda one: ORDER.index(one["kind"])) if found else None


def wrong_type(got, expected, path):
    return {
        "kind": "wrong-type", "path": list(path),
        "sentence": f"{subject(path)} is {kind_of(got)}; {kind_of(expected)} is right.",
    }


def name_of(path):
    """A piece of the result by name: result['mean'][2]."""
    return "result" + "".join(f"[{key!r}]" for key in path)


def subject(path):
    return name_of(path) if path else "The result"


def place(path, index):
    inner = f"[{', '.join(str(at) for at in index)}]" if index else ""
    return name_of(path) + inner if path or inner else "The result"


def first_difference(got, expected):
    """The first position at which two sequences differ; None where neither has one."""
    for at in range(min(len(got), len(expected))):
        if got[at] != expected[at]:
            return at
    return None if len(got) == len(expected) else min(len(got), len(expected))


def number(value):
    """A number for JSON: infinities and NaN become text."""
    if isinstance(value, (complex, np.complexfloating)):
        return str(value)
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, float) and not np.isfinite(value):
        return "NaN" if value != value else "infinity" if value > 0 else "-infinity"
    return value


def figure(value):
    value = number(value)
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def short(value):
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "…"
