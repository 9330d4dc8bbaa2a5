"""Whether starters of another form are found not to be written yet, as the curriculum's own are."""
from __future__ import annotations

import argparse
import os
import sys

from study_lab.exercise import Exercise, load
from study_lab.judge import judge
from score import exercises


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--curriculum", required=True)
    parser.add_argument("--starters", required=True, help="a folder with a file PAPER/COMPONENT.py for each exercise")
    asked = parser.parse_args()
    faults = []
    for paper, component, folder in exercises(asked.curriculum, ""):
        exercise = Exercise(folder)
        starter = load("starter", os.path.join(asked.starters, paper, f"{component}.py"))
        kind = list(judge(exercise, getattr(starter, exercise.function), 1))[-1]["kind"]
        if kind != "not-started":
            faults.append(f"{paper}/{component}: {kind}")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
