"""Two known mistakes at once, over all exercises: are both named, one of them, or something that is not there?

PYTHONPATH=src/lab/python python tests/lab/scoring/pairs.py --curriculum DIR [PAPER[/COMPONENT]] [--each N] [--seed N] [--told]

A name counts as there where it is one of the two, or gives the same results as one of them in every case.
"""
from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import Counter
from itertools import combinations

from score import exercises
from study_lab.exercise import Exercise
from study_lab.edits import BadEdit, places
from study_lab.judge import cases_of, judge
from study_lab.outcome import alike, quiet_outcome


def main():
    sys.dont_write_bytecode = True
    parser = argparse.ArgumentParser(prog="pairs.py", description=__doc__.split("\n")[0])
    parser.add_argument("--curriculum", required=True)
    parser.add_argument("--each", type=int, default=6, help="pairs of an exercise")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--told", action="store_true", help="print the pairs that are not named")
    parser.add_argument("what", nargs="?", default="")
    options = parser.parse_args()
    total = Counter()
    for paper, component, folder in exercises(options.curriculum, options.what):
        exercise = Exercise(folder)
        started, counts = time.perf_counter(), Counter()
        for one, other in sampled(exercise, options.each, f"{paper}/{component}/{options.seed}"):
            said = judged(exercise, one, other, options.seed)
            counts[said["end"]] += 1
            if options.told and said["end"] != "both":
                print(f"    {said['end']:<9} {one.name} + {other.name}: {said['told']}")
        print(f"{paper + '/' + component:<40} {figures(counts)}  {time.perf_counter() - started:.1f} s", flush=True)
        total += counts
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


def judged(exercise, one, other, seed):
    """What comes of two mistakes at once: {"end", "told"}."""
    function = exercise.text.variant((*one.edits, *other.edits))
    end = list(judge(exercise, function, seed, with_picture=False))[-1]
    named = end.get("mistakes", [])
    told = f"{end['kind']}: {end['sentence'][:90]} named {[said['id'] for said in named]} {end.get('explains', '')}"
    return {"end": ending(exercise, (one, other), named, end, seed), "told": told}


def ending(exercise, pair, named, end, seed):
    names = {one.name for one in pair}
    there = [said["id"] for said in named if said["id"] in names]
    if end["kind"] == "passed":
        return "passed"
    if any(said["id"] not in names and not same_as_one(exercise, pair, said, seed) for said in named):
        return "untrue"
    if len(named) > 1 and len(set(there)) < len(named):
        return "both" if there or named else "none"
    if len(set(there)) == 2:
        return "both"
    if named:
        return "one" if end.get("explains") == "part" else "masked"
    return "said" if end["kind"] not in ("wrong", "broke-laws", "not-a-number") else "none"


def same_as_one(exercise, pair, said, seed):
    """Whether a name that is neither of the two gives what one of them, or both, give."""
    function = named_function(exercise, said)
    if function is None:
        return False
    rivals = [one.function for one in pair] + [exercise.text.variant((*pair[0].edits, *pair[1].edits))]
    cases = cases_of(exercise, seed)
    mine = [quiet_outcome(exercise, function, arguments) for _, arguments in cases]
    return any(all(alike(quiet_outcome(exercise, rival, arguments), result, exercise) for result, (_, arguments) in zip(mine, cases))
               for rival in rivals)


def named_function(exercise, said):
    known = {one.name: one.function for one in [*exercise.mistakes, *exercise.inherited()]}
    return known.get(said["id"])


def figures(counts):
    tried = sum(counts.values())
    named = counts["both"] + counts["one"] + counts["masked"]
    share = f"{100 * named / tried:.0f} %" if tried else "-"
    return f"{tried} pairs, {share} named  " + "  ".join(f"{key} {count}" for key, count in sorted(counts.items()))


if __name__ == "__main__":
    main()
