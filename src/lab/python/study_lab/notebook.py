"""Checks from a notebook or a prompt: from study_lab import check; check("attention/multi-head", my_function)."""
from __future__ import annotations

import hashlib
import inspect
import json
import os
import random
import sys
import time

import study_lab

try:
    import numpy as _  # noqa: F401
except ImportError:
    raise ImportError("This Python has no NumPy, which a check needs. This mends it: %s -m pip install numpy"
                      % sys.executable) from None

from .exercise import Exercise
from .judge import judge
from .milestone import Milestone, is_milestone, judge_milestone
from .report import Report


def check(name, function, seed=None):
    """Runs function against the exercise `name` ("paper/exercise"); returns a report that a notebook shows.

    The same seed gives the same inputs. The result lands in the journal of the workspace.
    """
    lies = where()
    if not isinstance(name, str):
        raise TypeError("check needs the exercise's name first: check('attention/multi-head', my_function)")
    paper, component, folder = find(lies["curriculum"], name)
    shown = component if paper is None else f"{paper}/{component}"
    if isinstance(function, type):
        raise TypeError("check needs a function, and %s is a class: give it a function that makes one and calls it" % function.__name__)
    if not callable(function):
        raise TypeError("check needs the function itself: check(%r, my_function)" % name)
    seed = random.SystemRandom().randrange(2**31) if seed is None else int(seed)
    started = time.perf_counter()
    exercise, judges = without_caches(folder)
    events = []
    try:
        for event in judges(exercise, function, seed):
            events.append(event)
    except SystemExit:
        events.append({"event": "verdict", "kind": "exited",
                       "sentence": "The code ended the process itself (SystemExit). A check needs a function that returns."})
    took = round((time.perf_counter() - started) * 1000)
    report = Report(shown, exercise.front["title"], seed, events)
    if report.verdict["kind"] not in ("not-started", "bad-exercise"):
        spool(lies["checks"], {
            "do": "record-check", "paper": paper, "exercise": component, "passed": report.passed, "seed": seed,
            "verdict": report.verdict["kind"], "mistakes": [one["id"] for one in report.mistakes],
            "digest": digest(function), "took": took,
        })
    return report


def where():
    """Where the workspace's curriculum and its checks lie."""
    known = getattr(study_lab, "where", None)
    if known is None:
        raise RuntimeError("study_lab does not know its workspace: import it from the workspace's folder code/.")
    return known


def without_caches(folder):
    """Loads an exercise or milestone, with what judges it, and leaves nothing in its folder."""
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        if is_milestone(folder):
            return Milestone(folder), judge_milestone
        return Exercise(folder), judge
    finally:
        sys.dont_write_bytecode = before


def find(curriculum, name):
    """What a name means: (paper, exercise, folder); paper is None for a milestone. Underscores stand for hyphens.

    The name of an exercise is enough where one paper alone has it.
    """
    milestone = os.path.join(curriculum, "milestones", name.replace("_", "-"))
    if "/" not in name and is_milestone(milestone):
        return None, name.replace("_", "-"), milestone
    papers = exercises_of_papers(curriculum)
    paper, _, component = name.partition("/")
    if "/" not in name and paper not in papers:
        wanted = name.replace("_", "-")
        having = [one for one, known in papers.items() if wanted in known]
        if not having:
            raise ValueError(f"There is no exercise {name!r}: name it as in check('attention/multi-head', my_function).")
        if len(having) > 1:
            raise ValueError(f"{name!r} may be {' or '.join(f'{one}/{wanted}' for one in having)}; name its paper too.")
        paper, component = having[0], wanted
    if paper not in papers:
        raise ValueError(f"There are no exercises for {paper!r}; there are some for {', '.join(papers)}.")
    known, wanted = papers[paper], component.replace("_", "-")
    if wanted in known:
        return paper, wanted, os.path.join(curriculum, "papers", paper, "exercises", wanted)
    if not component:
        raise ValueError(f"{paper!r} is a paper; name its exercise too: {', '.join(f'{paper}/{one}' for one in known)}.")
    raise ValueError(f"{paper} has no exercise {component!r}; it has {', '.join(known)}.")


def exercises_of_papers(curriculum):
    """The names of each paper's exercises; papers without any are left out."""
    papers = os.path.join(curriculum, "papers")
    roots = {one: os.path.join(papers, one, "exercises") for one in sorted(os.listdir(papers))}
    return {one: sorted(os.listdir(root)) for one, root in roots.items() if os.path.isdir(root)}


def digest(function):
    """Tells one text of the learner's code from another; empty where the text can't be had."""
    try:
        return hashlib.sha256(inspect.getsource(function).encode()).hexdigest()[:16]
    except (OSError, TypeError):
        return ""


def spool(folder, command):
    """Leaves a result for study, which takes it in with its next command. Whole or not at all."""
    os.makedirs(folder, exist_ok=True)
    name = "%013d-%s" % (time.time() * 1000, os.urandom(4).hex())
    part = os.path.join(folder, name + ".part")
    with open(part, "w", encoding="utf-8") as file:
        json.dump(command, file)
    os.replace(part, os.path.join(folder, name + ".json"))
