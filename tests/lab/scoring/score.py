"""Scores the lab itself: every mistake is named as itself, no right solution fails, the starter does.

PYTHONPATH=src/lab/python python tests/lab/scoring/score.py --curriculum DIR --solutions DIR [PAPER[/COMPONENT]] [--seeds N] [--vectors DIR] [--json]
"""
from __future__ import annotations

import argparse
import json
import os
import sys
import time

from study_lab.edits import BadEdit
from study_lab.exercise import Exercise, load
from study_lab.judge import cases_of, judge, laws_broken
from study_lab.identify import Variants
from study_lab.outcome import quiet_outcome
from single import single_error
from vectors import against_vectors


def main():
    sys.dont_write_bytecode = True
    parser = argparse.ArgumentParser(prog="score.py", description=__doc__.split("\n")[0])
    parser.add_argument("--curriculum", required=True)
    parser.add_argument("--solutions", required=True)
    parser.add_argument("--vectors")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("what", nargs="?", default="")
    options = parser.parse_args()
    rows = []
    for paper, component, folder in exercises(options.curriculum, options.what):
        started = time.perf_counter()
        row = score(paper, component, folder, options)
        row["seconds"] = round(time.perf_counter() - started, 2)
        rows.append(row)
        print(json.dumps(row) if options.json else line(row), flush=True)
    if not rows:
        sys.exit(f"There is no exercise at {options.what or options.curriculum}.")
    faults = sum(len(row["faults"]) for row in rows)
    if not options.json:
        named, asked = sum(row["named"] for row in rows), sum(row["asked"] for row in rows)
        alarms = sum(row["alarms"] for row in rows)
        share = 100 * named / asked if asked else 0
        print(f"{len(rows)} exercises: mutation score {share:.1f} % ({named} of {asked} named), "
              f"false alarms {alarms}, faults {faults}.")
    sys.exit(1 if faults else 0)


def exercises(curriculum, what):
    """The exercise folders that a name means: [(paper, component, folder)]."""
    paper_asked, _, component_asked = what.partition("/")
    papers = os.path.join(curriculum, "papers")
    for paper in sorted(os.listdir(papers)):
        root = os.path.join(papers, paper, "exercises")
        if not os.path.isdir(root) or (paper_asked and paper != paper_asked):
            continue
        for component in sorted(os.listdir(root)):
            folder = os.path.join(root, component)
            if os.path.isfile(os.path.join(folder, "exercise.md")) and component_asked in ("", component):
                yield paper, component, folder


def score(paper, component, folder, options):
    """One exercise over all seeds. Every fault is a sentence."""
    faults = []
    row = {"exercise": f"{paper}/{component}", "mistakes": 0, "named": 0, "asked": 0, "alarms": 0,
           "solutions": [], "skipped": [], "starter": "", "vectors": 0, "float32": 0.0, "faults": faults}
    try:
        exercise = Exercise(folder)
    except Exception as error:
        faults.append(f"can't be loaded: {type(error).__name__}: {error}")
        return row
    if len(exercise.front.get("hints", [])) < 2:
        faults.append("has fewer than two hints")
    row["mistakes"] = len(exercise.mistakes)
    names = [one.name for one in exercise.mistakes]
    faults.extend(f"has the mistake {name!r} twice" for name in set(names) if names.count(name) > 1)
    solutions = solutions_of(os.path.join(options.solutions, paper, component), exercise, row)
    for seed in range(1, options.seeds + 1):
        try:
            score_mistakes(exercise, seed, row)
        except Exception as error:
            faults.append(f"seed {seed}: {type(error).__name__}: {error}; {error.__cause__!r}")
            break
        if seed == 1:
            row["float32"] = round(max((single_error(exercise, function) for _, function in solutions), default=0.0), 3)
        for name, function in [("reference", exercise.reference), *solutions]:
            end = list(judge(exercise, function, seed, with_picture=seed == 1))[-1]
            if end["kind"] != "passed":
                row["alarms"] += 1
                faults.append(f"seed {seed}: {name} got {end['kind']} ({end.get('case', 'laws')}): {end['sentence']} "
                              f"{' '.join(end.get('laws', []))}".rstrip())
    score_picture(exercise, faults)
    score_starter(exercise, row)
    if options.vectors:
        row["vectors"] = against_vectors(exercise, component, os.path.join(options.vectors, paper + ".json"), faults)
    return row


def score_mistakes(exercise, seed, row):
    """Every mistake fails and is named as itself on a seed."""
    cases = cases_of(exercise, seed)
    references = []
    for label, arguments in cases:
        references.append(quiet_outcome(exercise, exercise.reference, arguments))
        if references[-1].error is not None:
            raise RuntimeError(f"the reference failed on {label!r}") from references[-1].error
    variants = Variants(exercise, cases, references)
    for at, (name, _, function, _) in enumerate(exercise.mistakes):
        row["asked"] += 1
        outcomes, differs = variants.rows[at][2], variants.rows[at][3]
        named = [one["id"] for one in variants.matching(outcomes, differs)[0]]
        broken = next((one.error for one in outcomes if isinstance(one.error, (NameError, BadEdit))), None)
        if broken is not None:
            row["faults"].append(f"seed {seed}: {name} can't be run: {broken}")
        elif not differs:
            row["faults"].append(f"seed {seed}: {name} is not caught")
        elif named[:1] != [name]:
            row["faults"].append(f"seed {seed}: {name} is named {', '.join(named) or 'nothing'}")
        else:
            row["named"] += 1
        if seed == 1:
            for _ in laws_broken(exercise, function, seed):
                pass  # Laws must come to an end on wrong code too.
    for name, _, _, differs in variants.rows[len(exercise.mistakes):] if seed == 1 else ():
        function = next(one.function for one in variants.known if one.name == name)
        if not differs and not any(laws_broken(exercise, function, seed)):
            row["faults"].append(f"{name} is taken over and passes: a law must see it, or `without` leave it out")


def score_picture(exercise, faults):
    if exercise.picture is None:
        return
    events = [one for one in judge(exercise, exercise.reference, 1) if one["event"] == "picture"]
    if not events:
        faults.append("its picture fails")


def score_starter(exercise, row):
    try:
        starter = getattr(load("starter", os.path.join(exercise.folder, "starter.py")), exercise.function)
        row["starter"] = list(judge(exercise, starter, 1))[-1]["kind"]
    except Exception as error:
        row["faults"].append(f"the starter can't be loaded: {type(error).__name__}: {error}")
        return
    if row["starter"] != "not-started":
        row["faults"].append(f"the starter got {row['starter']}, not not-started")


def solutions_of(folder, exercise, row):
    """The solutions that can run here; those that need a framework which is absent are skipped and said."""
    found = []
    files = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    for file in files:
        if not file.endswith(".py"):
            continue
        try:
            module = load("solution_" + file[:-3], os.path.join(folder, file))
            found.append((file[:-3], getattr(module, exercise.function)))
            row["solutions"].append(file[:-3])
        except ImportError as error:
            row["skipped"].append(f"{file[:-3]} ({error})")
        except Exception as error:
            row["faults"].append(f"{file} can't be loaded: {type(error).__name__}: {error}")
    if len(found) + len(row["skipped"]) < 3:
        row["faults"].append(f"has {len(found)} solutions, not three")
    return found


def line(row):
    skipped = f", skipped {'; '.join(row['skipped'])}" if row["skipped"] else ""
    vectors = f", {row['vectors']} vectors" if row["vectors"] else ""
    head = (f"{row['exercise']:<40} {row['mistakes']:>2} mistakes, named {row['named']}/{row['asked']}, "
            f"false alarms {row['alarms']} ({' '.join(row['solutions'])}{skipped}), starter {row['starter']}{vectors}, "
            f"{row['seconds']} s")
    return "\n".join([head, *(f"    ! {fault}" for fault in dict.fromkeys(row["faults"]))])


if __name__ == "__main__":
    main()
