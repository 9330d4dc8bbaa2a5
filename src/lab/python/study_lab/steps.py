"""Where a computation leaves the reference, seen from outside: what must be still for the two to agree.

One argument after the other is stilled: an array is 0, a mask lets all through, a count is 1. Where the learner's result
then is the reference's, what is wrong takes part with that argument. The reference's steps, made wrong one at a time,
answer the same questions; those that answer as the learner's code does are where to look.
"""
from __future__ import annotations

import ast
import inspect
import time

import numpy as np

from .compare import difference
from .composed import line_starts, position
from .generated import slips_of
from .outcome import alike, quiet_outcome

MOST_ARGUMENTS = 24
# Arguments that leave a value as it is where they are 1 and 0.
NEUTRAL = ("gain", "bias")
MOST_NAMED = 4
MOST_STEPS = 3
DEFAULT = ", its default"
# Arguments that become something else, and not nothing: a result that changes with them says enough.
CHANGED = (DEFAULT, "is True", "is False")
SECONDS = 1.0


class Asked:
    """A failing case with one argument stilled each time, and what the learner's function gives there. Asked when it is first needed."""

    def __init__(self, exercise, function, arguments, report):
        self.exercise, self.function, self.arguments, self.report = exercise, function, with_defaults(exercise, arguments), report
        self.found = None

    @property
    def answers(self):
        """[(question, the learner's outcome, whether it is the reference's)]; none where a case is observed, or fails by more than its numbers."""
        if self.found is None:
            self.found = []
            if self.exercise.observe is None and self.report["kind"] in ("wrong", "not-a-number"):
                ends = time.process_time() + SECONDS
                for question in questions_of(self.exercise, self.arguments, self.report["path"]):
                    if time.process_time() > ends:
                        break
                    # What it warns of where we still an argument is not the learner's to read.
                    got = quiet_outcome(self.exercise, self.function, question["arguments"])
                    self.found.append((question, got, alike(got, question["expected"], self.exercise)))
        return self.found

    def telling(self):
        """The answers that are wrong and hold different numbers, so that giving the same is no accident: [(question, outcome)]."""
        return [(question, got) for question, got, right in self.answers
                if not right and got.error is None and got.foreign is None and says_much(got.result, self.report["path"])]


def first_step(asked):
    """{"name", "sentence"} of the first failing case, or None where stilling its arguments tells nothing."""
    unheard = names_unheard(asked)
    if unheard:
        return {"name": unheard[0], "sentence": f"Your result is the same whatever {listed([f'`{name}`' for name in unheard], 'and')} {'is' if len(unheard) == 1 else 'are'}; the right one is not."}
    agreeing = [question for question, _, agrees in asked.answers if agrees and question["alone"]]
    if not agreeing:
        return None
    at_default = next((question for question in agreeing if question["default"]), None)
    if at_default:
        return {"name": at_default["name"], "sentence": f"In this case the result is right where `{at_default['name']}` {at_default['still']}. Look at where `{at_default['name']}` is used."}
    names = list(dict.fromkeys(question["name"] for question in agreeing))
    steps = steps_that_answer(asked, time.process_time() + SECONDS)
    told = f"In this case the result is right where {conditions(agreeing[:MOST_NAMED])}"
    look = f"Look at {listed(steps, 'and')} first." if 0 < len(steps) <= MOST_STEPS else f"Look at what {either(names[:MOST_NAMED])} {'takes' if len(names) == 1 else 'take'} part in."
    return {"name": steps[0].strip("`") if 0 < len(steps) <= MOST_STEPS else names[0], "sentence": f"{told}. {look}"}


def names_unheard(asked):
    """Arguments that change the reference's result and leave the learner's as it is, to the last digit."""
    if not asked.answers:
        return []
    before = quiet_outcome(asked.exercise, asked.function, asked.arguments)
    right = quiet_outcome(asked.exercise, asked.exercise.reference, asked.arguments)
    kept, moved = {}, set()
    for question, got, _ in asked.answers:
        if question["alone"] and not alike(question["expected"], right, asked.exercise):
            (kept.setdefault(question["name"], 0) if same_numbers(got, before) else moved.add(question["name"]))
    return [name for name in kept if name not in moved][:MOST_NAMED]


def same_numbers(one, other):
    """Whether two outcomes hold the same numbers exactly."""
    if one.error is not None or other.error is not None or one.foreign or other.foreign:
        return False
    return difference(one.result, other.result, 0.0, 0.0) is None


def either(names):
    return listed([f"`{name}`" for name in names], "and")


def conditions(questions):
    """`q` or `k` is 0, or `mask` lets everything through."""
    by_words = {}
    for question in questions:
        by_words.setdefault(question["still"], []).append(f"`{question['name']}`")
    return ", or ".join(f"{listed(list(dict.fromkeys(names)), 'or')} {words}" for words, names in by_words.items())


def listed(words, last):
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def questions_of(exercise, arguments, path):
    """The case with arguments stilled, and the reference's result where that still says something: each alone, then those of a kind."""
    found = []
    defaults = defaults_of(exercise.reference)
    right = quiet_outcome(exercise, exercise.reference, arguments)
    for name, value in list(leaves(arguments))[:MOST_ARGUMENTS]:
        found += [(name, words, {name: new}) for new, words in stilled(name, value, defaults.get(name))]
    for name, words, news in [*found, *kinds(found)]:
        changed = with_leaves(arguments, news)
        expected = quiet_outcome(exercise, exercise.reference, changed)
        telling = says_much(expected.result, path) if expected.error is None and expected.foreign is None else False
        if telling or words.endswith(CHANGED) and expected.error is None and not alike(expected, right, exercise):
            yield {"name": name, "still": words, "alone": len(news) == 1, "default": words.endswith(DEFAULT), "arguments": changed, "expected": expected}


def kinds(found):
    """Arguments of a kind at once: `self_q` and `cross_q`; all masks; all gains and biases. found: [(name, words, {name: new})]."""
    groups = {}
    for name, words, news in found:
        last = name.split("_")[-1]
        groups.setdefault((last, words), {}).update(news)
        if name.endswith(NEUTRAL) and (words == "is 1") == name.endswith("gain"):
            groups.setdefault(("gain", "bias"), {}).update(news)
    return [(", ".join(news), "still", news) for news in groups.values() if len(news) > 1]


def with_leaves(value, news, name=""):
    """Arguments with other values in the leaves of these names."""
    if name in news:
        return news[name]
    if isinstance(value, dict):
        return {key: with_leaves(value[key], news, str(key)) for key in value}
    if isinstance(value, (list, tuple)) and value and all(isinstance(one, dict) for one in value):
        return [{key: news[key][at] if key in news else part for key, part in one.items()} for at, one in enumerate(value)]
    return value


def leaves(value, name=""):
    """[(name, leaf)] of arguments; of a list of parts, as of blocks, the leaves of one name are one."""
    if isinstance(value, dict):
        for key in value:
            yield from leaves(value[key], str(key))
    elif isinstance(value, (list, tuple)) and value and all(isinstance(one, dict) for one in value):
        for key in value[0]:
            if all(key in one and isinstance(one[key], np.ndarray) for one in value):
                yield key, [one[key] for one in value]
    else:
        yield name, value


def defaults_of(function):
    """The numbers and texts that a function's arguments are where they are not given."""
    return {one.name: one.default for one in inspect.signature(function).parameters.values()
            if isinstance(one.default, (int, float, str)) and not isinstance(one.default, bool)}


def with_defaults(exercise, arguments):
    """Arguments, and the numbers that stand for those behind them which are not given."""
    behind = list(inspect.signature(exercise.reference).parameters)[len(arguments):]
    defaults, found = defaults_of(exercise.reference), dict(arguments)
    for name in behind:
        if name in found or name not in defaults:
            return found
        found[name] = defaults[name]
    return found


def stilled(name, value, default=None):
    """What stills an argument, and the words for it: [(new, words)]. default: what a number is where it is not given."""
    if isinstance(value, bool):
        return [(not value, f"is {not value}")]
    if isinstance(value, (int, float, str)) and default is not None and value != default:
        return [(default, f"is {default!r}{DEFAULT}"), *still_numbers(name, value)]
    return still_numbers(name, value)


def still_numbers(name, value):
    """As stilled, for what has no default."""
    if isinstance(value, float) and np.isfinite(value):
        return [(still, f"is {int(still)}") for still in (0.0, 1.0) if value != still]
    if isinstance(value, list) and value and all(isinstance(one, np.ndarray) and one.dtype.kind == "f" for one in value):
        return [([np.zeros_like(one) for one in value], "is 0"), *([([np.ones_like(one) for one in value], "is 1")] if name.endswith("gain") else [])]
    if isinstance(value, np.ndarray) and value.size and value.any():
        if value.dtype.kind == "b" or name.endswith("mask") and not value.all():
            return [] if value.all() else [(np.ones_like(value), "lets everything through")]
        if value.dtype.kind == "f":
            return [(np.zeros_like(value), "is 0"), *([(np.ones_like(value), "is 1")] if name.endswith("gain") else [])]
    if isinstance(value, int) and not isinstance(value, bool) and value > 1 and name in ("heads", "stride"):
        return [(1, "is 1")]
    return []


def says_much(result, path):
    """Whether a result's piece holds different numbers still, so that agreeing with it is no accident."""
    try:
        for key in path:
            result = result[key]
        values = np.asarray(result, dtype=np.float64)
    except (LookupError, TypeError, ValueError):
        return False
    return bool(np.isfinite(values).all() and values.size and (np.ptp(values) > 1e-3 if values.size > 1 else abs(values).max() > 1e-3))


def steps_that_answer(asked, ends):
    """The steps of the reference that, made wrong, agree and differ where the learner's code does; in their order."""
    exercise, found = asked.exercise, {}
    for step, place in wrong_steps(exercise.text.text):
        if time.process_time() > ends:
            return []
        function = exercise.text.compose((place,))
        if function is None or found.get(step):
            continue
        found[step] = all(alike(quiet_outcome(exercise, function, question["arguments"]), question["expected"], exercise) == agrees
                          for question, _, agrees in asked.answers)
    return [step for step, answers_alike in found.items() if answers_alike]


def wrong_steps(text):
    """[(step, place)]: each step by a factor, then each mistake by rule in it."""
    starts = line_starts(text)
    for function in ast.walk(ast.parse(text)):
        if isinstance(function, ast.FunctionDef):
            for node in function.body:
                if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and not isinstance(node.value, (ast.IfExp, ast.GeneratorExp)):
                    start = position(text, starts, node.value.lineno, node.value.col_offset)
                    end = position(text, starts, node.value.end_lineno, node.value.end_col_offset)
                    yield f"`{node.targets[0].id}`", (start, end, f"({text[start:end]}) * 1.1")
    for slip in slips_of(text):
        yield slip.step, slip.place
