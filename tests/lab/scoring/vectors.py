"""Holds a reference to the vectors that an independent implementation made."""
from __future__ import annotations

import json
import os

import numpy as np

from study_lab.compare import difference
from study_lab.outcome import quiet_outcome

RELATIVE, ABSOLUTE = 1e-5, 1e-7


def decode(value):
    """The value that a vector file holds: arrays, bytes, tuples and generators have forms of their own."""
    if isinstance(value, list):
        return [decode(item) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"shape", "dtype", "data"}:
        return np.array(value["data"], dtype=value["dtype"]).reshape(value["shape"])
    if set(value) == {"bytes"}:
        return bytes.fromhex(value["bytes"])
    if set(value) == {"tuple"}:
        return tuple(decode(item) for item in value["tuple"])
    if set(value) == {"rng"}:
        return np.random.default_rng(value["rng"])
    if set(value) == {"pairs"}:  # a dict whose keys are not text
        return {decode(key): decode(item) for key, item in value["pairs"]}
    return {key: decode(item) for key, item in value.items()}


def against_vectors(exercise, component, path, faults):
    """Compares the reference with each vector of its exercise; returns how many there are."""
    if not os.path.exists(path):
        return 0
    with open(path, encoding="utf-8") as file:
        vectors = [one for one in json.load(file)["vectors"] if one["exercise"].split("/")[-1] == component]
    for one in vectors:
        got = quiet_outcome(exercise, exercise.reference, decode(one["arguments"]))
        if got.error is not None:
            faults.append(f"vector {one['label']!r}: {type(got.error).__name__}: {got.error}")
            continue
        # Nine digits were written, so a value's own last digit is part of the tolerance.
        report = difference(got.result, decode(one["expected"]), RELATIVE, ABSOLUTE)
        if report:
            faults.append(f"vector {one['label']!r}: {report['sentence']}")
    return len(vectors)
