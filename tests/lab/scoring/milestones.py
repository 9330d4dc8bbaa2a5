"""Holds the milestones' models of tests/lab/milestones to their verdicts, all in one process.

PYTHONPATH=src/lab/python python tests/lab/scoring/milestones.py --curriculum DIR --models DIR [MILESTONE[/MODEL]] [--seeds N] [--figures FILE]

Prints a line of JSON for each model: its verdicts, one for each seed. A file is passes_<what>.py or
fails_<verdict>_<what>.py; the docstring of a failing one begins with words of its sentence.
"""
from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time

import study_lab
from study_lab.exercise import load
from study_lab.milestone import Milestone, judge_milestone


def main():
    sys.dont_write_bytecode = True
    parser = argparse.ArgumentParser(prog="milestones.py", description=__doc__.split("\n")[0])
    parser.add_argument("--curriculum", required=True)
    parser.add_argument("--models", required=True)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--figures")
    parser.add_argument("what", nargs="?", default="")
    options = parser.parse_args()
    options.models = os.path.abspath(options.models)
    study_lab.where = {"curriculum": options.curriculum, "figures": options.figures}
    sys.path.insert(0, options.models)
    asked, _, model = options.what.partition("/")
    for name in sorted(os.listdir(options.models)):
        folder = os.path.join(options.models, name)
        if not name.startswith("milestone-") or asked not in ("", name):
            continue
        milestone = Milestone(os.path.join(options.curriculum, "milestones", name))
        known = set(sys.modules)
        sys.path.insert(0, folder)
        for file in sorted(os.listdir(folder)):
            kind = re.match(r"passes_|fails_([\w-]+?)_", file)
            if kind and file.endswith(".py") and model in file:
                print(json.dumps(judged(milestone, name, folder, file, kind[1] or "passed", options.seeds)), flush=True)
        sys.path.remove(folder)
        # Models of another milestone may have the same names.
        for one in set(sys.modules) - known:
            if (getattr(sys.modules[one], "__file__", None) or "").startswith(folder):
                del sys.modules[one]


def judged(milestone, name, folder, file, kind, seeds):
    path = os.path.join(folder, file)
    with open(path, encoding="utf-8") as text:
        said = re.match(r'"""Says: (.+?)\. ', text.read())
    started = time.perf_counter()
    function, verdicts = getattr(load(file[:-3], path), milestone.function), []
    for seed in range(1, seeds + 1):
        events = list(judge_milestone(milestone, function, seed))
        verdicts.append({"kind": events[-1]["kind"], "sentence": events[-1]["sentence"], "pictures": sum(one["event"] == "picture" for one in events)})
    return {"model": f"{name}/{file[:-3]}", "kind": kind, "said": said[1] if said else "", "verdicts": verdicts,
            "seconds": round(time.perf_counter() - started, 1)}


if __name__ == "__main__":
    main()
