"""Calls a function on a case and keeps what came of it: a result or an exception, and changed inputs."""
from __future__ import annotations

import inspect

import numpy as np

from .compare import difference
from .plain import Foreign, fresh, kind_of, plain, same


class Outcome:
    """What came of one call: result (plain), or error; changed: names of arguments that were changed in place."""

    def __init__(self, result=None, error=None, foreign=None, changed=()):
        self.result = result
        self.error = error
        self.foreign = foreign
        self.changed = tuple(changed)


def outcome(exercise, function, arguments):
    """Calls function on fresh copies of arguments (a dict in the signature's order). Lets SystemExit through."""
    given = fresh(arguments)
    try:
        if exercise.observe is None:
            result = function(*given.values())
        else:
            result = exercise.observe(lambda *more, **named: plain(function(*more, **named)), given)
    except Exception as error:
        return Outcome(error=error)
    changed = [name for name, value in arguments.items() if not same(value, given[name])]
    try:
        return Outcome(result=plain(result), changed=changed)
    except Foreign as error:
        return Outcome(foreign=str(error), changed=changed)
    except Exception as error:
        return Outcome(foreign=unreadable(result, error), changed=changed)


def unreadable(result, error):
    """A result whose values can't be had, in words: a tensor of the device "meta", a list that holds itself."""
    return f"{kind_of(result)} whose values can't be read ({type(error).__name__})"


def quiet_outcome(exercise, function, arguments):
    """The outcome of code of the house, or for a question of the house's: without NumPy's warnings."""
    with np.errstate(all="ignore"):
        return outcome(exercise, function, arguments)


def alike(one, other, exercise):
    """Whether two outcomes are the same within the exercise's tolerance."""
    if one.error is not None or other.error is not None:
        return one.error is not None and other.error is not None and type(one.error) is type(other.error)
    if one.foreign or other.foreign or one.changed != other.changed:
        return False
    return difference(one.result, other.result, exercise.relative, exercise.absolute) is None


def misfit(function, arguments):
    """Why a function can't take the arguments, as a sentence, or None."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return None
    plain_names = [one.name for one in signature.parameters.values() if one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)]
    if set(plain_names) <= set(arguments) and plain_names != [name for name in arguments if name in plain_names]:
        return (f"{name_and_signature(function, signature)} takes its arguments in another order. They come by position: "
                f"({', '.join(arguments)}), as in the starter.")
    try:
        signature.bind(*arguments.values())
    except TypeError:
        return f"{name_and_signature(function, signature)} can't take the {len(arguments)} arguments ({', '.join(arguments)}).{what_lacks(signature, arguments)}"
    return None


def name_and_signature(function, signature):
    return f"{getattr(function, '__name__', 'the function')}{signature}"


def what_lacks(signature, arguments):
    """What would be right: a default for an argument that is not always given, an argument that is missing."""
    plain = [one for one in signature.parameters.values() if one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)]
    wanting = [one.name for one in plain[len(arguments):] if one.default is one.empty]
    if wanting:
        return f" It is also called without {listed(wanting)}: give {'them defaults' if len(wanting) > 1 else 'it a default'}, as in the starter."
    keyword = [one.name for one in signature.parameters.values() if one.kind is one.KEYWORD_ONLY and (one.default is one.empty or one.name in arguments)]
    if keyword:
        return f" {listed(keyword)} can be given by name only; arguments come by position: leave out the `*`."
    missing = list(arguments)[len(plain):]
    return f" It lacks {listed(missing)}; the starter has the whole signature." if missing else ""


def listed(names):
    """Names in words: `a`, `b` and `c`."""
    quoted = [f"`{name}`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
