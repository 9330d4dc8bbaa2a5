"""Fresh chains and laws of the calculator."""
from __future__ import annotations

import re

EQUATION = re.compile(r"(?<![\w.])([\d(][\d\s.()+*/-]*?[\d)])\s*=\s*(-?\d+(?:\.\d+)?)")


def cases(rng):
    """Yields (label, arguments): chain."""
    a, b, c = (int(number) for number in rng.integers(3, 9, size=3))
    said = a + b + 20
    yield "one wrong sum that is used again", {
        "chain": f"She has {a} + {b} = {said} eggs. Of these {said} she makes {said} * {c} = {said * c} cakes, {said} a day. The answer is {said * c}."}
    yield "right equations", {"chain": f"There are {a} * {b} = {a * b} seats. The answer is {a * b}.\n\nQ: {a * b}?"}
    yield "a number inside other numbers", {
        "chain": f"We get {a + 4} - 4 = 5. Of 15 or 5.5 or 0.5 we keep 5 and 25.0; then 5 + 15 = 20. The answer is 20."}
    yield "products first, and parentheses", {
        "chain": f"So {a} + {b} * {c} = {(a + b) * c}, and ({a} + {b}) * {c} = 3. At last {c} * ({b} - {a + 9}) = 0."}
    yield "decimals", {"chain": f"Half of it is {2 * a + 1} / 2 = {a}. A third is 10 / 3 = 3.5, and 1.5 + 0.25 = 2; then 3.5 * 3 = 10.5."}
    yield "a wrong number that is right later on", {
        "chain": f"First 2 + 3 = {a + 6}. Later {a} + 6 = {a + 6}, and {a + 6} + 1 = {a + 7}. The answer is {a + 6}."}
    yield "the wrong number stands before its equation", {
        "chain": f"Of {a + 30} pens {a} are red. {a} + 29 = {a + 30} are not. Then {a + 30} - {b} = {a + 30 - b}."}
    yield "a whole quotient, and one by nothing", {"chain": f"{6 * a} / 3 = {a} each. Nobody shares 4 / 0 = 4. The answer is {a}."}
    yield "below zero", {"chain": f"It is {a} - {a + b} = {b} degrees, and {c + 30} - {c + 30} = 1."}
    yield "no equation", {"chain": f"There are {a} and {b}; x = {c}. The answer is {a}."}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: chain -> text."""
    a, b = (int(number) for number in rng.integers(3, 9, size=2))
    plain = f"There are {a} dogs, {b} cats. The answer is {a}."
    if solve(plain) != plain:
        yield "A text without an equation changed."
        return
    right = f"So {a} + {b} = {a + b}. Then {a + b} * 2 = {2 * (a + b)}. The answer is {2 * (a + b)}."
    if solve(right) != right:
        yield "A chain whose equations are right changed."
        return
    wrong = f"So {a} + {b} = {a + b + 40}. Then {a + b + 40} * 2 = {a}. The answer is {a}."
    once = solve(wrong)
    if not isinstance(once, str):
        yield "The result is no text."
        return
    for left, given in EQUATION.findall(once):
        if abs(eval(left, {}) - float(given)) > 1e-4:
            yield f"Your text still says {left} = {given}."
            return
    if f"Then {a + b} * 2" not in once:
        yield f"The sum is {a + b}, and the next equation does not compute with it: put the right number in its left side first."
    if solve(once) != once:
        yield "A chain that was put right changes when it is put right again."
