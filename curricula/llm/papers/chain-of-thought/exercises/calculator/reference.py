"""The external calculator of Appendix B: equations put right, results carried on by string matching."""
from __future__ import annotations

import re

NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w]|\.\d)")
TERM = r"(?:\(\s*)*\d+(?:\.\d+)?(?:\s*\))*"
EQUATION = re.compile(rf"(?<![\w.])(?P<left>{TERM}(?:\s*[-+*/]\s*{TERM})+)(?P<equals>\s*=\s*)(?P<right>-?\d+(?:\.\d+)?)(?![\w]|\.\d)")


def recalculate(chain: str) -> str:
    """chain: text. Returns it with its equations put right and their results carried on."""
    wrong, pieces, end = {}, [], 0
    for equation in EQUATION.finditer(chain):
        pieces.append(carried(chain[end : equation.start()], wrong))
        left = carried(equation["left"], wrong)
        given = equation["right"]
        right = worked_out(left, given)
        wrong.pop(given, None)
        if right != given:
            wrong[given] = right
        pieces.append(left + equation["equals"] + right)
        end = equation.end()
    pieces.append(carried(chain[end:], wrong))
    return "".join(pieces)


def carried(text: str, wrong: dict[str, str]) -> str:
    """The text with every number that was wrong replaced by the right one."""
    return NUMBER.sub(lambda number: wrong.get(number[0], number[0]), text)


def worked_out(left: str, given: str) -> str:
    """What the left side comes to; what is given where that is the same number or can't be worked out."""
    try:
        value = round(eval(left, {}), 4)
    except (SyntaxError, ZeroDivisionError):
        return given
    return given if value == float(given) else written(value)


def written(value: float) -> str:
    """2.5, 7 or -0.125."""
    return f"{value:.4f}".rstrip("0").rstrip(".")
