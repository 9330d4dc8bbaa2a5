"""Where a computation leaves the reference, seen from outside: what must be still for the two to agree.

One argument after the other is stilled: an array is 0, a mask lets all through, a count is 1. Where the learner's result
then is the reference's, what is wrong takes part with that argument. The reference's steps, made wrong one at a time,
answer the same questions; those that answer as the learner's code does are where to look.
"""
from __future__ import annotations

import ast
import time

import numpy as np

from .compare import difference
from .composed import line_starts, position
from .generated import slips_of
from .outcome import alike, outcome, quiet_outcome

MOST_ARGUMENTS = 24
MOST_NAMED = 4
MOST_STEPS = 3
SECONDS = 1.0


def first_step(exercise, function, cases, references, report):
    """{"name", "sentence"} of the first failing case, or None where stilling its arguments tells nothing."""
    if exercise.observe is not None or report["kind"] not in ("wrong", "not-a-number"):
        return None
    ends = time.monotonic() + SECONDS
    questions = list(questions_of(exercise, cases[report["at"]][1], report["path"]))
    answers = []
    for question in questions:
        if time.monotonic() > ends:
            break
        answers.append(alike(outcome(exercise, function, question["arguments"]), question["expected"], exercise))
    agreeing = [question for question, agrees in zip(questions, answers) if agrees]
    if not agreeing:
        return None
    names = list(dict.fromkeys(question["name"] for question in agreeing))
    steps = steps_that_answer(exercise, questions[: len(answers)], answers, ends)
    told = f"In this case the result is right where {conditions(agreeing[:MOST_NAMED])}"
    look = f"Look at {listed(steps, 'and')} first." if 0 < len(steps) <= MOST_STEPS else f"Look at what {either(names[:MOST_NAMED])} {'takes' if len(names) == 1 else 'take'} part in."
    return {"name": steps[0].strip("`") if 0 < len(steps) <= MOST_STEPS else names[0], "sentence": f"{told}. {look}"}


def still_answers(exercise, function, cases, references, outcomes, failing):
    """[(question, the learner's outcome)] of the first case that fails by its numbers, with one argument stilled each time."""
    ends = time.monotonic() + SECONDS
    for at in failing:
        report = reported(outcomes[at], references[at], exercise)
        if report is None:
            continue
        for question in questions_of(exercise, cases[at][1], report["path"]):
            if time.monotonic() > ends:
                return
            got = outcome(exercise, function, question["arguments"])
            if got.error is None and got.foreign is None and says_much(got.result, report["path"]):
                yield question, got
        return


def reported(got, expected, exercise):
    """How an outcome's numbers differ, or None where they do not or are no numbers."""
    if got.error is not None or got.foreign is not None:
        return None
    report = difference(got.result, expected.result, exercise.relative, exercise.absolute)
    return report if report and report["kind"] in ("wrong", "not-a-number") else None


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
    """The case with one argument stilled each time, and the reference's result where that still says something."""
    for name, value, put in list(leaves(arguments, lambda new: new))[:MOST_ARGUMENTS]:
        new, words = stilled(name, value)
        if words is None:
            continue
        changed = put(new)
        expected = quiet_outcome(exercise, exercise.reference, changed)
        if expected.error is None and expected.foreign is None and says_much(expected.result, path):
            yield {"name": name, "still": words, "arguments": changed, "expected": expected}


def leaves(value, put, name=""):
    """[(name, leaf, put)] of arguments: put(new) is the arguments with new in the leaf's place."""
    if isinstance(value, dict):
        for key in value:
            yield from leaves(value[key], lambda new, key=key: put({**value, key: new}), str(key))
    elif isinstance(value, (list, tuple)) and value and all(isinstance(one, dict) for one in value):
        # All of a list's parts alike: the weights of one name in every block.
        for key in value[0]:
            if all(key in one and isinstance(one[key], np.ndarray) for one in value):
                yield key, [one[key] for one in value], (
                    lambda new, key=key: put([{**one, key: part} for one, part in zip(value, new)]))
    else:
        yield name, value, put


def stilled(name, value):
    """What stills an argument, and the words for it; (None, None) where nothing does."""
    if isinstance(value, list) and value and all(isinstance(one, np.ndarray) and one.dtype.kind == "f" for one in value):
        return [np.zeros_like(one) for one in value], "is 0"
    if isinstance(value, np.ndarray) and value.size and value.any():
        if value.dtype.kind == "b" or name.endswith("mask") and not value.all():
            return (np.ones_like(value), "lets everything through") if not value.all() else (None, None)
        if value.dtype.kind == "f":
            return np.zeros_like(value), "is 0"
    if isinstance(value, int) and not isinstance(value, bool) and value > 1 and name in ("heads", "stride"):
        return 1, "is 1"
    return None, None


def says_much(result, path):
    """Whether a result's piece holds different numbers still, so that agreeing with it is no accident."""
    try:
        for key in path:
            result = result[key]
        values = np.asarray(result, dtype=np.float64)
    except (LookupError, TypeError, ValueError):
        return False
    return bool(np.isfinite(values).all() and values.size and (np.ptp(values) > 1e-3 if values.size > 1 else abs(values).max() > 1e-3))


def steps_that_answer(exercise, questions, answers, ends):
    """The steps of the reference that, made wrong, agree and differ where the learner's code does; in their order."""
    found = {}
    for step, place in wrong_steps(exercise.text.text):
        if time.monotonic() > ends + SECONDS:
            return []
        function = exercise.text.compose((place,))
        if function is None or found.get(step):
            continue
        found[step] = all(alike(quiet_outcome(exercise, function, question["arguments"]), question["expected"], exercise) == agrees
                          for question, agrees in zip(questions, answers))
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
