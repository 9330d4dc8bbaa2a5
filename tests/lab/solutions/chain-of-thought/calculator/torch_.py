"""Everything is scanned by one pattern: an equation or a number, whichever comes first."""
import re
from fractions import Fraction

import torch  # noqa: F401

N = r"(?<![\w.])\d+(?:\.\d+)?(?![\w]|\.\d)"
T = rf"[(\s]*{N}[)\s]*"
BOTH = re.compile(rf"(?P<left>(?<![\w.])(?:\(\s*)*{N}\s*\)*(?:\s*[-+*/]{T})+)(?P<sign>=\s*)(?P<said>-?\d+(?:\.\d+)?)(?![\w]|\.\d)|(?P<number>{N})")


def recalculate(chain):
    now = {}

    def step(found):
        if found["number"]:
            return now.get(found["number"], found["number"])
        left = re.sub(N, lambda one: now.get(one[0], one[0]), found["left"])
        exact = re.sub(N, lambda one: f"Fraction('{one[0]}')", left)
        said = found["said"]
        try:
            value = eval(exact.strip(), {"Fraction": Fraction})
            same = round(float(value), 4) == float(said)
        except ZeroDivisionError:
            same = True
        now.pop(said, None)
        if same:
            return left + found["sign"] + said
        text = f"{float(value):.4f}"
        now[said] = re.sub(r"\.?0+$", "", text) if "." in text else text
        return left + found["sign"] + now[said]

    return BOTH.sub(step, chain)
