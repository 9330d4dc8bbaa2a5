"""A result of several pieces of which some are right: what is wrong lies in the way of the others."""
from __future__ import annotations

from .compare import difference, name_of

MOST_NAMED = 3


def pieces_apart(outcomes, references, exercise):
    """A sentence on the pieces that are right in every case and those that are not; None where it is all or none of them."""
    right, wrong = [], []
    for at in range(len(references)):
        got, expected = outcomes[at], references[at].result
        if got.error is not None or got.foreign is not None:
            return None
        keys = keys_of(expected)
        if keys is None or keys_of(got.result) != keys:
            return None
        for key in keys:
            fits = difference(got.result[key], expected[key], exercise.relative, exercise.absolute) is None
            (right if fits else wrong).append(key)
    right = [key for key in dict.fromkeys(right) if key not in wrong]
    if not right or not wrong:
        return None
    wrong = list(dict.fromkeys(wrong))
    return f"{named(right)} {verb(right)} right in every case; look at what makes {named(wrong)}."


def keys_of(result):
    if isinstance(result, dict):
        return list(result)
    return list(range(len(result))) if isinstance(result, tuple) else None


def named(keys):
    names = [f"`{name_of([key])}`" for key in keys[:MOST_NAMED]] + (["others"] if len(keys) > MOST_NAMED else [])
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def verb(keys):
    return "is" if len(keys) == 1 else "are"
