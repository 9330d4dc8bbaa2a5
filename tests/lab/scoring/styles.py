"""Right solutions as other people would write them (tests/lab/styles): none may be called wrong.

PYTHONPATH=src/lab/python python tests/lab/scoring/styles.py --curriculum DIR --styles DIR [PAPER[/COMPONENT] ...] [--seeds N]
"""
from __future__ import annotations

import argparse
import os
import sys

from study_lab.exercise import Exercise, load
from study_lab.judge import judge


def main():
    sys.dont_write_bytecode = True
    parser = argparse.ArgumentParser(prog="styles.py", description=__doc__.split("\n")[0])
    parser.add_argument("--curriculum", required=True)
    parser.add_argument("--styles", required=True)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("what", nargs="*", default=[""])
    options = parser.parse_args()
    runs, alarms = 0, []
    for paper, component, style, code in solutions(options.styles, options.what):
        exercise = Exercise(os.path.join(options.curriculum, "papers", paper, "exercises", component))
        for seed in range(1, options.seeds + 1):
            names = {"__name__": "solution"}
            try:
                exec(compile(code, f"{component} ({style})", "exec"), names)
            except ImportError:
                break  # Its framework is not here.
            end = list(judge(exercise, names[exercise.function], seed, with_picture=False))[-1]
            runs += 1
            if end["kind"] != "passed":
                alarms.append(f"{paper}/{component}, {style}, seed {seed}: {end['kind']}: {end['sentence']} {' '.join(end.get('laws', []))}")
    print("\n".join([*alarms, f"{runs} runs, {len(alarms)} called wrong."]))
    sys.exit(1 if alarms else 0)


def solutions(styles, what):
    """The solutions that any of the names means: [(paper, component, style, code)]."""
    asked = [name.partition("/")[::2] for name in what]
    for file in sorted(os.listdir(styles)):
        paper = file[:-3]
        if file.endswith(".py"):
            for component, style, code in load("styles", os.path.join(styles, file)).STYLES:
                if any(one in ("", paper) and other in ("", component) for one, other in asked):
                    yield paper, component, style, code


if __name__ == "__main__":
    main()
