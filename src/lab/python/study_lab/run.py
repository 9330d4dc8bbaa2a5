"""One check in a process of its own: limits, the learner's file, then the judge."""
from __future__ import annotations

import functools
import inspect
import os
import sys

import study_lab

from .exercise import Exercise, load
from .judge import judge, judge_one, reading_of_error, said_by, trace, verdict
from .kept import keeper
from .milestone import Milestone, is_milestone, judge_milestone
from .papers import offer_papers


def run(job, tell):
    """job: exercise (folder), file, seed, memory (bytes or 0), cache (folder), only (a case, or None for all). Tells events."""
    limit_memory(job.get("memory", 0))
    try:
        # The exercise is read first: the learner's file may change whatever Python it finds.
        folder = job["exercise"]
        study_lab.where = {"curriculum": os.path.dirname(os.path.dirname(folder)), "figures": job.get("figures")}
        exercise = Milestone(folder) if is_milestone(folder) else Exercise(folder)
    except Exception as error:
        tell({**verdict("bad-exercise", f"The exercise itself can't be loaded: {type(error).__name__}: {error}"),
              "trace": trace(error)})
        return
    finally:
        sys.dont_write_bytecode, sys.pycache_prefix = True, None
    tell({"event": "loading"})
    try:
        function = learners(job["file"], exercise.function)
        if isinstance(function, dict):
            tell(function)
            return
        for event in judged(exercise, function, job["seed"], job.get("only")):
            tell(event)
    except MemoryError:
        tell(verdict("out-of-memory", "The code asked for more memory than a check may use."))
    except Exception as error:
        tell({**verdict("bad-exercise", f"The exercise itself failed: {type(error).__name__}: {said_by(error)}."), "trace": trace(error)})
    except BaseException as error:
        tell({**verdict("exited", f"The code ended the process itself ({type(error).__name__}). A check needs a "
                                  "function that returns."), "trace": trace(error)})


def judged(exercise, function, seed, only):
    """The events of a check; only: the case that is to be repeated alone, or None."""
    if isinstance(exercise, Milestone):
        return judge_milestone(exercise, function, seed)
    return judge(exercise, function, seed) if only is None else judge_one(exercise, function, seed, only)


def learners(path, name):
    """The function `name` of the learner's file, or the verdict on why it can't be had."""
    folder = os.path.dirname(os.path.abspath(path))
    sys.path[0:0] = [folder, os.path.dirname(folder)]
    offer_papers(os.path.dirname(folder))
    sys.argv = [path]
    file = os.path.basename(path)
    learners_turn = keeper()
    try:
        with learners_turn():
            module = load(file[:-3], path)
    except SyntaxError as error:
        where = f"{os.path.basename(error.filename or file)}, line {error.lineno}"
        return {**verdict("syntax-error", f"{where}: {error.msg}."),
                "trace": [{"file": os.path.basename(error.filename or file), "line": error.lineno or 1,
                           "function": "", "text": (error.text or "").rstrip()}]}
    except Exception as error:
        report = reading_of_error(error)
        if report["kind"] in ("not-started", "raised"):
            report["kind"] = "raised"
            report["sentence"] = f"{file} fails while it is loaded: {report['sentence']}"
        report["sentence"] += in_the_way(folder, file)
        return {**verdict(report["kind"], report["sentence"]), "trace": report.get("trace", [])}
    function = getattr(module, name, None)
    if function is None:
        own = [key for key, value in vars(module).items() if callable(value) and getattr(value, "__module__", "") == module.__name__]
        there = f" It has {', '.join(sorted(own))}." if own else ""
        return verdict("missing-function", f"{file} has no function {name}.{there}")
    if isinstance(function, type):
        return verdict("missing-function", f"{name} in {file} is a class. A check calls a function of that name: keep the class "
                                           f"under another name, and let {name} make one of it, call it and return what it gives.")
    if not callable(function):
        return verdict("missing-function", f"{name} in {file} is not a function.")
    return alone(function, learners_turn)


def in_the_way(folder, file):
    """Names the files of a folder that Python imports in place of modules of its own or of a framework; "" where none is."""
    known = {*getattr(sys, "stdlib_module_names", ()), "numpy", "torch", "jax", "tensorflow"}
    names = sorted(name for name in os.listdir(folder) if name.endswith(".py") and name[:-3] in known and name != file)
    if not names:
        return ""
    return f" {names[0]} beside it stands in place of the module {names[0][:-3]}; give it another name."


def alone(function, learners_turn):
    """function, for one process: a copy of it that the function forked ends there and checks nothing a second time.

    So are the functions of a dict that it returns, as a milestone's submission is.
    """

    @functools.wraps(function)
    def call(*arguments, **named):
        owner = os.getpid()
        try:
            with learners_turn():
                result = function(*arguments, **named)
                if type(result) is dict:
                    return {name: alone(part, learners_turn) if inspect.isfunction(part) else part for name, part in result.items()}
                return result
        finally:
            if os.getpid() != owner:
                os._exit(0)

    return call


def limit_memory(limit):
    """Holds this process to `limit` bytes of data where the system can."""
    if not limit:
        return
    try:
        import resource
    except ImportError:
        return
    # Data, not address space: frameworks reserve far more addresses than they ever fill.
    try:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
    except (ValueError, OSError):
        pass
