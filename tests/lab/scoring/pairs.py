"""Two known mistakes at once, over all exercises: are both named, one of them, or something that is not there?

PYTHONPATH=src/lab/python python tests/lab/scoring/pairs.py --curriculum DIR [PAPER[/COMPONENT]] [--each N] [--seed N] [--unknown] [--told] [--json]

A name counts as there where it is one of the two, or gives the same results as one of them, or both, in every case.
With --unknown the lab is not told the second of the two, as if nobody had written it down.
"""
from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections import Counter
from copy import copy
from itertools import combinations

from score import exercises
from study_lab.exercise import Exercise
from study_lab.generated import slips_of
from study_lab.judge import cases_of, judge
from study_lab.outcome import alike, quiet_outcome
from study_lab.place import diff_of


def main():
    sys.dont_write_bytecode = True
    parser = argparse.ArgumentParser(prog="pairs.py", description=__doc__.split("\n")[0])
    parser.add_argument("--curriculum", required=True)
    parser.add_argument("--each", type=int, default=6, help="pairs of an exercise")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--unknown", action="store_true", help="the second of each pair is no known mistake")
    parser.add_argument("--told", action="store_true", help="print the pairs that are not named")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("what", nargs="?", default="")
    options = parser.parse_args()
    total = Counter()
    for paper, component, folder in exercises(options.curriculum, options.what):
        exercise = Exercise(folder)
        started, counts = time.perf_counter(), Counter()
        for one, other in sampled(exercise, options.each, f"{paper}/{component}/{options.seed}"):
            said = judged(without(exercise, other) if options.unknown else exercise, one, other, options.seed)
            counts[said["end"]] += 1
            if options.told and said["end"] != "both":
                print(f"    {said['end']:<9} {one.name} + {other.name}: {said['told']}")
        name = f"{paper}/{component}"
        print(json.dumps({"exercise": name, **counts}) if options.json
              else f"{name:<40} {figures(counts)}  {time.perf_counter() - started:.1f} s", flush=True)
        total += counts
    if not options.json:
        print(f"{'all':<40} {figures(total)}")
    sys.exit(1 if total["untrue"] else 0)


def sampled(exercise, most, seed):
    """Pairs of the mistakes that are edits and do not overlap, at most so many, the same for the same seed."""
    text = exercise.text
    known = [one for one in [*exercise.mistakes, *exercise.inherited()] if one.edits]
    both = list(combinations(known, 2))
    random.Random(seed).shuffle(both)
    found = []
    for one, other in both:
        if len(found) < most and text.fits((*one.edits, *other.edits)):
            found.append((one, other))
    return found


def without(exercise, unknown):
    """The exercise as if a mistake were not known."""
    poorer = copy(exercise)
    poorer.mistakes = [one for one in exercise.mistakes if one.name != unknown.name]
    more = [one for one in exercise.inherited() if one.name != unknown.name]
    poorer.inherited = lambda: more
    return poorer


def judged(exercise, one, other, seed):
    """What comes of two mistakes at once: {"end", "told"}."""
    function = exercise.text.variant((*one.edits, *other.edits))
    end = list(judge(exercise, function, seed, with_picture=False))[-1]
    named = end.get("mistakes", [])
    told = f"{end['kind']}: {end['sentence'][:90]} named {[said['id'] for said in named]} {end.get('explains', '')}"
    return {"end": ending(exercise, (one, other), named, end, seed), "told": told}


def ending(exercise, pair, named, end, seed):
    """In a word: both, one (and that something else is wrong), masked (one, which explains all), untrue, said (no numbers to name by), none."""
    if end["kind"] == "passed":
        return "passed"
    if not all(is_there(exercise, pair, said, seed) for said in named):
        return "untrue"
    if not named:
        return "none" if end["kind"] in ("wrong", "broke-laws", "not-a-number") else "said"
    return "both" if len(named) > 1 else "one" if end.get("explains") == "part" else "masked"


def is_there(exercise, pair, said, seed):
    """Whether a name is one of the two, or gives what one of them, or both, give."""
    if any(said["id"] == one.name for one in pair):
        return True
    function = function_named(exercise, said)
    rivals = [one.function for one in pair] + [exercise.text.variant((*pair[0].edits, *pair[1].edits))]
    cases = [arguments for _, arguments in cases_of(exercise, seed)]
    mine = [quiet_outcome(exercise, function, arguments) for arguments in cases]
    return any(all(alike(quiet_outcome(exercise, rival, arguments), result, exercise) for result, arguments in zip(mine, cases))
               for rival in rivals)


def function_named(exercise, said):
    """The function of a mistake that is known, or made by rule."""
    for one in [*exercise.mistakes, *exercise.inherited()]:
        if one.name == said["id"]:
            return one.function
    place = next(slip.place for slip in slips_of(exercise.text.text)
                 if slip.name == said["id"] and slip.sentence == said["sentence"] and diff_of(exercise.text.text, (slip.place,)) == said["diff"])
    return exercise.text.compose((place,))


def figures(counts):
    tried = sum(counts.values())
    named = counts["both"] + counts["one"] + counts["masked"]
    share = f"{100 * named / tried:.0f} %" if tried else "-"
    return f"{tried} pairs, {share} named  " + "  ".join(f"{key} {count}" for key, count in sorted(counts.items()))


if __name__ == "__main__":
    main()
