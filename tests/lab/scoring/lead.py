"""How a verdict leads: the wrong solutions of tests/lab/learners, alone and in pairs, and what is said of them.

PYTHONPATH=src/lab/python python tests/lab/scoring/lead.py --curriculum DIR --learners DIR [PAPER[/COMPONENT] ...] [--seeds N] [--pairs] [--each N] [--told] [--json]

A row of a learners' table is (what was done, words that are true of it, old, new, …). A name, a law or a step that holds
none of the words is a wrong accusation.
"""
from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections import Counter

from study_lab.exercise import Exercise, load
from study_lab.judge import judge
from study_lab.known import Reference

SENTENCED = {"raised", "wrong-type", "wrong-shape", "not-a-number", "wrong-arity", "changed-input", "unsteady"}


def main():
    sys.dont_write_bytecode = True
    parser = argparse.ArgumentParser(prog="lead.py", description=__doc__.split("\n")[0])
    parser.add_argument("--curriculum", required=True)
    parser.add_argument("--learners", required=True)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--pairs", action="store_true", help="two neighbours of a table at once")
    parser.add_argument("--each", type=int, help="so many of each table, spread over it")
    parser.add_argument("--told", action="store_true", help="print what is said of each")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("what", nargs="*", default=[""])
    options = parser.parse_args()
    total = Counter()
    for paper, component, path in tables(options.learners, options.what):
        exercise = Exercise(os.path.join(options.curriculum, "papers", paper, "exercises", component))
        counts = Counter()
        for seed in range(1, options.seeds + 1):
            for slip in spread(attempts(load("slips", path).SLIPS, options.pairs), options.each):
                said = judged(exercise, slip, seed)
                counts.update(said["counts"])
                if options.told:
                    print(f"{component}: {slip[0]}\n    {said['told']}")
        name = f"{paper}/{component}"
        print(json.dumps({"exercise": name, **counts}) if options.json else f"{name:<32} {figures(counts)}", flush=True)
        total += counts
    if not options.json:
        print(f"{'all':<32} {figures(total)}")
    accused = total["wrong_name"] + total["misleading"] + total["unfit"]
    sys.exit(1 if accused or total["failed"] < total["tried"] else 0)


def tables(learners, what):
    """The tables that any of the names means: [(paper, component, path)]."""
    asked = [name.partition("/")[::2] for name in what]
    for paper in sorted(os.listdir(learners)):
        for file in sorted(os.listdir(os.path.join(learners, paper))):
            component = file[:-3]
            if file.endswith(".py") and any(one in ("", paper) and other in ("", component) for one, other in asked):
                yield paper, component, os.path.join(learners, paper, file)


def attempts(slips, in_pairs):
    """[(label, words of each, edits)]: each row alone, or each with the one and the other after it where the edits allow."""
    rows = [(label, (words,), tuple(zip(edits[::2], edits[1::2]))) for label, words, *edits in slips]
    if not in_pairs:
        return rows
    return [(f"{one[0]} + {other[0]}", one[1] + other[1], one[2] + other[2])
            for far in (1, 4) for one, other in zip(rows, rows[far:] + rows[:far])]


def spread(rows, most):
    """At most so many of rows, from its beginning to its end."""
    return rows if most is None or len(rows) <= most else [rows[at * len(rows) // most] for at in range(most)]


def judged(exercise, slip, seed):
    """What the verdict says of one attempt, counted."""
    label, words, edits = slip
    text = Reference(exercise.text.text, exercise.text.path, exercise.function)
    if not text.fits(edits):
        return {"counts": {"overlapping": 1} if len(words) > 1 else {"unfit": 1}, "told": "does not fit"}
    end = list(judge(exercise, text.variant(edits), seed, with_picture=False))[-1]
    named = [f"{one['id']} {one['sentence']}" for one in end.get("mistakes", [])]
    laws, step = end.get("laws", []), end.get("step")

    def true(said):
        return any(re.search(word, said, re.IGNORECASE) for word in words)

    step_text = f"{step['name']} {step['sentence']}" if step else ""
    counts = Counter(
        tried=1,
        failed=end["kind"] != "passed",
        named=bool(named) and any(map(true, named)),
        wrong_name=not all(map(true, named)),
        misleading=not all(true(law) or is_fact(law) for law in laws),
        beside=not all(map(true, laws)),
        wrong_step=bool(step) and not true(step_text),
        figures_alone=end["kind"] == "wrong" and not (named or laws or step or end.get("coarse")),
        said_apart=end["kind"] in SENTENCED or bool(end.get("coarse")),
    )
    told = "\n    ".join([f"{end['kind']}: {end['sentence']}", *("name: " + one for one in named), *("law: " + one for one in laws),
                          *(["step: " + step_text] if step else [])])
    flags = [key for key in ("wrong_name", "misleading", "wrong_step", "figures_alone") if counts[key]] + ([] if counts["failed"] else ["PASSED"])
    return {"counts": counts, "told": told + (f"\n    !! {', '.join(flags)}" if flags else "")}


def is_fact(law):
    """Whether a law says what happened, and not why."""
    return ": " not in law


def figures(counts):
    order = ("tried", "failed", "named", "wrong_name", "misleading", "beside", "wrong_step", "figures_alone", "said_apart", "unfit")
    return "  ".join(f"{key.replace('_', ' ')} {counts[key]}" for key in order if counts[key] or key != "unfit")


if __name__ == "__main__":
    main()
