"""One check: cases, laws, mistakes and picture of a function, told as events while it goes."""
from __future__ import annotations

import os
import re
import traceback
from itertools import permutations

import numpy as np

from .compare import difference, figure, name_of, number
from .frameworks import advice_on
from .leads import leads_of
from .identify import Named, Variants
from .outcome import misfit, outcome, quiet_outcome
from .pieces import pieces_apart
from .plain import Foreign, fresh, kind_of, plain
from .precision import precision_of
from .presuming import Presuming
from .relation import listing_of, parting_of, relation_of
from .shown import shown
from .steps import Asked, first_step

# Those that come first are the most certain.
MOST_LAWS = 2
MOST_CELLS = 32
# A shorter beginning of a law, up to its colon, is a heading and no fact.
FEWEST_WORDS = 6
# Characters of an exception's text.
MOST_SAID = 300
# Results that must be mended before a law can be asked of them.
UNREADABLE = ("wrong-shape", "wrong-type", "raised", "import-failed", "out-of-memory")
HERE = os.path.dirname(os.path.abspath(__file__))
INSTALLED = re.compile(r"[\\/](site|dist)-packages[\\/]")
# An exercise's own files, which call the learner's function and read what it returns.
OWN_FILES = ("properties.py", "reference.py", "verify.py")


def cases_of(exercise, seed):
    """The cases of a seed: [(label, arguments)]."""
    return list(exercise.cases(np.random.default_rng(seed)))


def judge(exercise, function, seed, with_laws=True, with_picture=True):
    """Yields events; the last is {"event": "verdict", ...} with kind and sentence."""
    cases = cases_of(exercise, seed)
    yield {"event": "cases", "labels": [label for label, _ in cases]}
    yield from judge_cases(exercise, function, seed, cases, with_laws, with_picture, alone=False)


def judge_one(exercise, function, seed, at):
    """As judge, for the case at `at` (from 0) alone: the function is called with no other input. That is told first."""
    cases = cases_of(exercise, seed)
    yield {"event": "cases", "labels": [label for label, _ in cases]}
    if at >= len(cases):
        there = "is one case" if len(cases) == 1 else f"are {len(cases)} cases"
        yield verdict("no-such-case", f"There is no case {at + 1}: there {there}.")
        return
    yield {"event": "input", "at": at, "lines": shown(cases[at][1])}
    for event in judge_cases(exercise, function, seed, [cases[at]], with_laws=False, with_picture=False, alone=True):
        told = {**event, "at": at} if event["event"] in ("case-started", "case") else event
        passed = event["event"] == "verdict" and event["kind"] == "passed"
        yield {**told, "sentence": "This case agrees with the reference; no other was run.", "remarks": []} if passed else told


def judge_cases(exercise, function, seed, cases, with_laws, with_picture, alone):
    """Yields the events of these cases, the verdict last. alone: the only case that is run, though there may be others."""
    for _, arguments in cases:
        why = misfit(function, arguments)
        if why:
            yield verdict("wrong-arity", why)
            return
    references, outcomes, found = [], [], []
    for at, (label, arguments) in enumerate(cases):
        expected = quiet_outcome(exercise, exercise.reference, arguments)
        if expected.error is not None:
            raise RuntimeError(f"the reference failed on {label!r}") from expected.error
        yield {"event": "case-started", "at": at}
        got = outcome(exercise, function, arguments)
        unsteady = why_unsteady(exercise, function, label, arguments, got) if at == 0 else None
        if unsteady:
            yield verdict("unsteady", unsteady)
            return
        references.append(expected)
        outcomes.append(got)
        report = reading(got, expected, exercise)
        if report:
            found.append({**report, "case": label, "at": at})
        if report and report["kind"] == "not-started":
            break
        yield {"event": "case", "at": at, "label": label, "passed": report is None}
    if unstarted(found):
        yield {**verdict(found[0]["kind"], found[0]["sentence"]), "failed": 1, "cases": len(cases)}
        return
    failing = [one["at"] for one in found]
    named, asked = Named(), None
    if found:
        asked = Asked(exercise, function, cases[first_of(found)["at"]][1], dict(first_of(found)))
        variants = Variants(exercise, cases, references)
        named = variants.only(outcomes[0]) if alone else variants.name(asked, outcomes, failing)
    yield {"event": "laws-started"}
    # Where a name explains all, a law has nothing to add but what follows from it.
    quiet = named.certain or not with_laws or any(one["kind"] in UNREADABLE or one.get("coarse") for one in found)
    told = [] if quiet else list(laws_broken(exercise, function, seed, presumed=not found))
    laws = [law["sentence"] for law in told if law["kind"] == "broke-laws"]
    for sentence in laws:
        yield {"event": "law", "sentence": sentence}
    if with_picture:
        for picture in pictures(exercise, function, seed, found, outcomes, references):
            yield {"event": "picture", **picture}
    if found:
        first = first_of(found)
        # Where every result is right, an input that was changed is all that is wrong.
        settled = named.explains == "all" or all(one["kind"] == "changed-input" for one in found)
        more = {} if settled or not named.mistakes else {"explains": named.explains}
        step = None if alone or named.certain or first.get("coarse") else where_to_look(exercise, asked, outcomes, references, first)
        leads = leads_of(exercise, named.mistakes, [law["advice"] for law in told if "advice" in law], step)
        yield {**verdict(first.pop("kind"), first.pop("sentence")), **first, "mistakes": named.mistakes, **more, "laws": laws,
               **({"step": step} if step else {}), **({"leads": leads} if leads else {}), "shown": shown(cases[first["at"]][1]), "failed": len(found), "cases": len(cases)}
    elif told:
        first = next((law for law in told if law["kind"] != "broke-laws"), told[0])
        yield {**verdict(first["kind"], first["sentence"]), "mistakes": [], "laws": laws,
               **{key: first[key] for key in ("trace",) if key in first}}
    else:
        yield {**verdict("passed", f"All {len(cases)} cases agree with the reference."), "cases": len(cases),
               **remarks(exercise, function, seed)}


def first_of(found):
    """The failing case that is told: a result that is wrong says more than the same call's changed input."""
    return next((one for one in found if one["kind"] != "changed-input"), found[0])


def where_to_look(exercise, asked, outcomes, references, first):
    """The step at which a result leaves the reference: {"name", "sentence"}, or None."""
    related = None
    if first["kind"] == "wrong" and exercise.observe is None:
        got, expected = outcomes[first["at"]].result, references[first["at"]].result
        related = (parting_of(got, expected, first["path"]) or relation_of(outcomes, references, first)
                   or listing_of(got, expected, first["path"]))
    step = first_step(asked)
    parts = pieces_apart(outcomes, references, exercise)
    told = [one for one in (related, step["sentence"] if step else None, parts) if one]
    if not told:
        return None
    name = step["name"] if step else name_of(first["path"][:1]) if parts else "result"
    return {"name": name, "sentence": " ".join(told)}


def why_unsteady(exercise, function, label, arguments, first):
    """What is to say where a case gives another result when it is called again; None where it does not."""
    # Code that fails or is not written yet has its own verdict; one call of it is enough.
    if first.error is not None or first.foreign:
        return None
    again = outcome(exercise, function, arguments)
    if again.error is not None or again.foreign:
        return None
    report = difference(again.result, first.result, exercise.relative, exercise.absolute)
    if report is None or report["kind"] not in ("wrong", "not-a-number"):
        return None
    source = "Take all randomness from `rng`" if "rng" in arguments else "Switch off what is random, such as dropout (`model.eval()`)"
    return (f"The same input gave two different results (case “{label}”). {source}, and keep nothing from one call to the "
            "next; until then nothing else can be said.")


def remarks(exercise, function, seed):
    """What a pass may say beside: {"remarks": [sentence]}, or nothing."""
    if exercise.remarks is None:
        return {}
    try:
        with np.errstate(all="ignore"):
            told = list(exercise.remarks(solver(function), np.random.default_rng([seed, 3])))
    except Exception:
        return {}  # A remark is no requirement: where it can't be made, nothing is wrong.
    return {"remarks": told} if told else {}


def verdict(kind, sentence):
    return {"event": "verdict", "kind": kind, "sentence": sentence}


def unstarted(found):
    return bool(found) and found[0]["kind"] == "not-started"


def reading(got, expected, exercise):
    """What is to say about an outcome: None where it is right, else kind, sentence and figures."""
    if got.error is not None:
        return reading_of_error(got.error)
    if got.foreign:
        return {"kind": "wrong-type", "sentence": f"The result is {got.foreign}; {kind_of(expected.result)} is right."}
    report = difference(got.result, expected.result, exercise.relative, exercise.absolute)
    if report and in_another_order(got.result, expected.result, exercise):
        return {**report, "kind": "wrong", "sentence": "The values are right, in another order: see what the exercise returns first.", "coarse": True}
    if report:
        coarse = precision_of(got.result, expected.result) if report["kind"] == "wrong" and exercise.observe is None else None
        return {**report, "sentence": f"{report['sentence']} {coarse}", "coarse": True} if coarse else report
    for name in exercise.exact:
        if abs(got.result[name] - expected.result[name]) > 1e-9:
            return {"kind": "wrong", "path": [name], "got": number(got.result[name]), "expected": number(expected.result[name]),
                    "sentence": f"{name_of([name])} is {figure(got.result[name])}; exactly {figure(expected.result[name])} is right."}
    if got.changed:
        names = " and ".join(got.changed)
        verb = "was" if len(got.changed) == 1 else "were"
        return {"kind": "changed-input", "sentence": f"The result is right, but {names} {verb} changed in place. Work on a copy."}
    return None


def in_another_order(got, expected, exercise):
    """Whether the pieces of a tuple are right but for their order."""
    if not isinstance(expected, tuple) or not isinstance(got, (tuple, list)) or not 2 <= len(expected) <= 4 or len(got) != len(expected):
        return False
    return any(difference(tuple(turned), expected, exercise.relative, exercise.absolute) is None for turned in permutations(got))


def reading_of_error(error):
    """What is to say about an exception that the learner's function raised."""
    text = said_by(error)
    if isinstance(error, NotImplementedError):
        return {"kind": "not-started", "sentence": f"Not written yet: {text}" if text else "Not written yet."}
    if isinstance(error, MemoryError) or "can't allocate memory" in text:
        return {"kind": "out-of-memory", "sentence": "The code asked for more memory than a check may use."}
    if isinstance(error, ImportError):
        return {"kind": "import-failed", "sentence": f"An import failed: {text}.", "trace": trace(error)}
    where = trace(error)
    lacking = re.search(r"missing \d+ required positional arguments?: (.*)", text)
    if stumbled(error) and lacking:
        return {"kind": "wrong-arity", "sentence": f"The function is also called without {lacking[1]}: give it a default, as in the starter."}
    if stumbled(error):
        # The function returned, and what reads its result stumbled over it.
        said = f"{type(error).__name__}: {text}" if text else type(error).__name__
        return {"kind": "wrong-type", "sentence": f"The result can't be used ({said}). Look at its type and its shape."}
    place = f" (line {where[-1]['line']} of {where[-1]['file']})" if where else ""
    said = f": {text}" if text else ""
    advice = advice_on(text, where)
    ended = "." if advice and not f"{said}{place}".endswith(".") else ""
    return {"kind": "raised", "sentence": f"{type(error).__name__}{said}{place}{ended}{advice}", "trace": where}


def said_by(error):
    """The first line of an exception's text: without characters that steer a terminal, and never a page of it."""
    try:
        lines = str(error).strip()[: 10 * MOST_SAID].splitlines() or [""]
    except Exception:
        return "(its text can't be read)"
    line = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in lines[0][: MOST_SAID + 1])
    return line if len(line) <= MOST_SAID else line[: MOST_SAID - 1] + "…"


def stumbled(error):
    """Whether the exercise, and not the learner's function, was at work when it happened: it could not use a result."""
    at_work = None
    for frame in traceback.extract_tb(error.__traceback__):
        name = os.path.basename(frame.filename)
        if name in OWN_FILES:
            at_work = "exercise"
        elif not frame.filename.startswith(HERE) and not INSTALLED.search(frame.filename):
            at_work = "learner"
    return at_work == "exercise"


def trace(error):
    """Where an exception came from: [{file, line, function, text}]. The learner's own lines, where there are any."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if not os.path.abspath(frame.filename).startswith(HERE)
        and "importlib" not in frame.filename
        and not frame.filename.startswith("<frozen")
    ]
    own = [frame for frame in frames if not INSTALLED.search(frame.filename)]
    return [
        {"file": os.path.basename(frame.filename), "line": frame.lineno, "function": frame.name, "text": frame.line or ""}
        for frame in (own or frames)[-8:]
    ]


def laws_broken(exercise, function, seed, presumed=True):
    """The laws that a function breaks, at most MOST_LAWS of them: [{kind, sentence}].

    presumed: whether all cases are right. A law that presumes so says nothing where they are not.
    """
    if exercise.laws is None:
        return
    count = 0
    try:
        for sentence in exercise.laws(solver(function), np.random.default_rng([seed, 1])):
            if isinstance(sentence, Presuming) and not presumed:
                continue
            fact = str(sentence) if presumed else fact_of(sentence)
            # What is left out here may still be a hint.
            advice = "" if fact == sentence else sentence.partition(": ")[2]
            yield {"kind": "broke-laws", "sentence": fact, **({"advice": advice} if advice else {})}
            count += 1
            if count == MOST_LAWS:
                return
    except Foreign as error:
        yield {"kind": "wrong-type", "sentence": f"The result is {error}."}
    except Exception as error:
        yield reading_of_error(error)


def fact_of(sentence):
    """A law's sentence without what it makes of the fact: "Position 1 changed when token 2 did: your mask …".

    Where cases are wrong as well, the fact is certain and its cause is not.
    """
    fact, _, _ = sentence.partition(": ")
    return sentence if len(fact.split()) < FEWEST_WORDS or fact == sentence else fact + "."


def solver(function):
    """function as laws and pictures call it: fresh arguments, plain results."""

    def solve(*arguments, **named):
        return plain(function(*fresh(arguments), **fresh(named)))

    return solve


def pictures(exercise, function, seed, found, outcomes, references):
    """The exercise's own picture, and where an array is wrong its heat map against the reference's."""
    if exercise.picture is not None:
        try:
            with np.errstate(all="ignore"):
                yield sendable(exercise.picture(solver(function), np.random.default_rng([seed, 2])))
        except Exception:
            pass  # A picture of code that can't be run is no news; the verdict says why.
    for one in found:
        if one["kind"] in ("wrong", "not-a-number") and exercise.observe is None and one.get("index"):
            picture = error_picture(one, outcomes[one["at"]].result, references[one["at"]].result)
            if picture:
                yield picture
            return


def error_picture(report, got, expected):
    """Heat maps of the plane that holds the first difference: the learner's, the reference's and the error."""
    try:
        for key in report["path"]:
            got, expected = got[key], expected[key]
        got, expected = np.asarray(got), np.asarray(expected)
    except (LookupError, TypeError, ValueError):
        return None
    if got.ndim == 0 or got.shape != expected.shape:
        return None
    if got.ndim == 1:
        got, expected = got[None], expected[None]
    lead = tuple(report["index"][:-2]) if got.ndim > 2 else ()
    got, expected = (value[lead][:MOST_CELLS, :MOST_CELLS].astype(float) for value in (got, expected))
    at = f"[{', '.join(map(str, lead))}]" if lead else ""
    return sendable({
        "kind": "heat", "title": f"Where it differs: {name_of(report['path'])}{at}, case “{report['case']}”",
        "series": [
            {"name": "yours", "values": got.tolist()},
            {"name": "reference", "values": expected.tolist()},
            {"name": "error", "values": np.abs(got - expected).tolist()},
        ],
        "x": "last axis", "y": "axis before it",
    })


def sendable(picture):
    """A picture whose values are numbers or null, so that JSON can carry it."""

    def clean(value):
        value = value.tolist() if hasattr(value, "tolist") else value
        if isinstance(value, (list, tuple)):
            return [clean(item) for item in value]
        value = number(value)
        return value if isinstance(value, (int, float)) else None

    series = [{"name": one["name"], "values": clean(one["values"])} for one in picture["series"]]
    return {"kind": picture["kind"], "title": picture["title"], "series": series,
            "x": picture.get("x", ""), "y": picture.get("y", "")}
