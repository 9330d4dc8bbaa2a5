"""Well-known wrong calculators."""
from __future__ import annotations

import re

from reference import EQUATION, worked_out
from study_lab import mistake, wrong

wrong(
    "inputs-not-carried",
    "left = carried(equation[\"left\"], wrong)", "left = equation[\"left\"]",
    "Each equation is worked out alone. What an earlier one got wrong is replaced in its left side first (Appendix B).",
)
wrong(
    "answer-left",
    "pieces.append(carried(chain[end:], wrong))", "pieces.append(chain[end:])",
    "The text after the last equation keeps the wrong number, and so does the answer. It is replaced there too.",
)
wrong(
    "between-left",
    "carried(chain[end : equation.start()], wrong)", "chain[end : equation.start()]",
    "The text between two equations keeps the wrong number. It is replaced there too.",
)
wrong(
    "substring",
    "NUMBER.sub(lambda number: wrong.get(number[0], number[0]), text)",
    "re.sub(\"|\".join(map(re.escape, wrong)) or r\"(?!)\", lambda number: wrong[number[0]], text)",
    "A number is replaced inside another one, the 5 in 15. Only whole numbers count.",
)
wrong(
    "left-to-right",
    "eval(left, {})", "eval(\"(\" * len(re.findall(r\"[-+*/]\", left)) + re.sub(r\"([-+*/]\\s*\\d+(?:\\.\\d+)?)\", r\"\\1)\", re.sub(r\"[()]\", \"\", left)), {})",
    "The left side is worked out from left to right. Parentheses come first, then products and quotients.",
)
wrong(
    "integer-division",
    "eval(left, {})", "eval(left.replace(\"/\", \"//\"), {})",
    "Quotients are cut off to whole numbers. 7 / 2 is 3.5.",
)
wrong(
    "whole-results",
    "round(eval(left, {}), 4)", "round(eval(left, {}))",
    "Results are rounded to whole numbers. They have up to four decimals.",
)
wrong(
    "zeros-at-the-end",
    "f\"{value:.4f}\".rstrip(\"0\").rstrip(\".\")", "str(float(value))",
    "A whole number is written with .0. Results have no zeros at the end.",
)
wrong(
    "right-one-replaced",
    "        wrong.pop(given, None)\n", "",
    "A number that a later equation gives rightly is still replaced. From there on it is a true number.",
)
wrong(
    "first-equation-alone",
    "EQUATION.finditer(chain)", "list(EQUATION.finditer(chain))[:1]",
    "Only the first equation is worked out. All of them are.",
)
wrong(
    "results-left",
    "left + equation[\"equals\"] + right", "left + equation[\"equals\"] + given",
    "The equations keep the numbers they gave. What is right stands in their place.",
)
wrong(
    "two-numbers-alone",
    "(?:\\s*[-+*/]\\s*{TERM})+)", "(?:\\s*[-+*/]\\s*{TERM}))",
    "An equation has two numbers and no more. It may have any number of operators, one at least.",
)
wrong(
    "no-minus-on-the-right",
    "(?P<right>-?\\d+", "(?P<right>\\d+",
    "An equation whose right side is negative is passed over. The number on the right may have a minus.",
)
wrong(
    "no-decimals",
    "TERM = r\"(?:\\(\\s*)*\\d+(?:\\.\\d+)?(?:\\s*\\))*\"", "TERM = r\"(?:\\(\\s*)*\\d+(?:\\s*\\))*\"",
    "Numbers with decimals are not found on the left. They have a point where they have decimals.",
)
wrong(
    "no-parentheses",
    "TERM = r\"(?:\\(\\s*)*\\d+(?:\\.\\d+)?(?:\\s*\\))*\"", "TERM = r\"\\d+(?:\\.\\d+)?\"",
    "Parentheses end an equation. They belong to its left side.",
)
wrong(
    "two-decimals",
    "round(eval(left, {}), 4)", "round(eval(left, {}), 2)",
    "Results are rounded to two decimals. They are rounded to four.",
)
wrong(
    "last-wrong-number-alone",
    "wrong[given] = right", "wrong = {given: right}",
    "Only the last number that was wrong is replaced. Those of all earlier equations are.",
)
wrong(
    "right-one-rewritten",
    "return given if value == float(given) else written(value)", "return written(value)",
    "A right number is written anew, 8.0 as 8. If it is the same it stays as it is written.",
)
wrong(
    "replaced-twice",
    "wrong.get(number[0], number[0])", "wrong.get(wrong.get(number[0], number[0]), wrong.get(number[0], number[0]))",
    "What stands in a wrong number's place is replaced again. Each number of the text is replaced once.",
)


@mistake("changes-earlier-text", "A wrong number is replaced in the whole chain, before its equation too. Only what comes after it follows from it.")
def changes_earlier_text(chain):
    for _ in range(20):
        for equation in EQUATION.finditer(chain):
            right = worked_out(equation["left"], equation["right"])
            if right != equation["right"]:
                old = re.compile(rf"(?<![\w.]){re.escape(equation['right'])}(?![\w]|\.\d)")
                chain = old.sub(right, chain)
                break
        else:
            break
    return chain
