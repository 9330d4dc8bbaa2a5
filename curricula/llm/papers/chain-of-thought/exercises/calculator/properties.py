"""Fresh chains and laws of the calculator."""
from __future__ import annotations

import re

EQUATION = re.compile(r"(?<![\w.])([\d(][\d\s.()+*/-]*?[\d)])\s*=\s*(-?\d+(?:\.\d+)?)")


# Each for one rule alone.
EXAMPLES = (
    ("2 + 3 = 6.", "2 + 3 = 5.", "the sum is 5"),
    ("2 + 3 * 4 = 20.", "2 + 3 * 4 = 14.", "products come before sums"),
    ("(2 + 3) * 4 = 14.", "(2 + 3) * 4 = 20.", "parentheses come first"),
    ("2 + 3 + 4 = 5.", "2 + 3 + 4 = 9.", "an equation may have more than two numbers"),
    ("7 / 2 = 3.", "7 / 2 = 3.5.", "a quotient need not be whole"),
    ("1.5 + 2 = 4.", "1.5 + 2 = 3.5.", "numbers may have decimals"),
    ("6 / 3 = 3.", "6 / 3 = 2.", "a whole result has no point and no zeros"),
    ("10 / 3 = 3.", "10 / 3 = 3.3333.", "a result is rounded to four decimals"),
    ("3 - 9 = -5.", "3 - 9 = -6.", "the number on the right may be negative"),
    ("3 - 9 = 5.", "3 - 9 = -6.", "a result may be negative"),
    ("2+3=6.", "2+3=5.", "blanks are free, and those of the text stay"),
    ("2 * 4 = 8.0.", "2 * 4 = 8.0.", "a number that is the same stays as it is written"),
    ("4 / 0 = 4.", "4 / 0 = 4.", "an equation that can't be worked out stays"),
    ("2 + 3 = 6. Of 6 go", "2 + 3 = 5. Of 5 go", "a number that was wrong is replaced in the text behind it"),
    ("Of 6 go. 2 + 3 = 6.", "Of 6 go. 2 + 3 = 5.", "what stands before an equation does not follow from it"),
    ("2 + 3 = 6. 6 * 2 = 10.", "2 + 3 = 5. 5 * 2 = 10.", "a number that was wrong is replaced in the next left side, before that is worked out"),
    ("2 + 3 = 6. 1 + 1 = 3. Of 6 and 3", "2 + 3 = 5. 1 + 1 = 2. Of 5 and 2", "each number that was wrong is replaced, not the last one alone"),
    ("2 + 3 = 6. Of 16 or 6.5 or 0.6", "2 + 3 = 5. Of 16 or 6.5 or 0.6", "a number is the whole of it"),
    ("2 + 3 = 6. 4 + 2 = 6. Of 6", "2 + 3 = 5. 4 + 2 = 6. Of 6", "a later equation gives 6 rightly, and from there on it is not replaced"),
    ("2 + 2 = 5. 5 - 1 = 4. Of 5 and 4", "2 + 2 = 4. 4 - 1 = 3. Of 4 and 3", "each number of the text is replaced once"),
)


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
    yield "a wrong number below zero", {"chain": f"It is {a} - {a + 4} = -{c + 5} here, {c + 5} there, then {c + 20} - {c} = 1."}
    yield "no blanks, and many", {"chain": f"So {a}+{b}={a + b + 30}.  Then {a + b + 30}  *  2  =  {c + 50}, that is {c + 50}."}
    yield "right, but written otherwise", {"chain": f"So {a} * 2 = {2 * a}.0 and {b} / 4 + 1 = {b / 4 + 1}0, {2 * a}.0 in all."}
    yield "a right number that is wrong elsewhere", {
        "chain": f"So {a} + {b} = {a + b + 30}. Then {c} * 2 = {2 * c + 40}, {a + b + 30} - 1 = {2 * c + 40}, and {a + b + 30} and {2 * c + 40} are left."}
    yield "what is right was wrong before", {
        "chain": f"So 4 + 4 = {a + 50}. Then {a + 50} * 2 = 8. Now {a + 50} and 8 are two numbers; 3 + {a + 50} = 8."}
    yield "decimals on both sides, and three numbers", {"chain": f"Take {a}.5 + {b}.25 - 1 = {c}. Then {c} * 2 = 1."}
    yield "no equation", {"chain": f"There are {a} and {b}; x = {c}. The answer is {a}."}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: chain -> text."""
    a, b = (int(number) for number in rng.integers(3, 9, size=2))
    plain = f"There are {a} dogs, {b} cats. The answer is {a}."
    if solve(plain) != plain:
        yield "A text without an equation changed."
        return
    for chain, right, why in EXAMPLES:
        got = solve(chain)
        if not isinstance(got, str):
            yield "The result is no text."
            return
        if got != right:
            yield f"{chain!r} becomes {got!r}; {right!r} is right, since {why}."
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
