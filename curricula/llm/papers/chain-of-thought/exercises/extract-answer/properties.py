"""Fresh inputs and laws for finding the answer."""
from __future__ import annotations


def cases(rng):
    """Yields (label, arguments): text, kind."""
    a, b, c = (int(number) for number in rng.integers(11, 90, size=3))
    big = int(rng.integers(1, 900)) * 1000 + int(rng.integers(111, 999))
    many = int(rng.integers(1, 9)) * 10
    cents = 10 * int(rng.integers(1, 9)) + 5
    kind = "number"
    for label, text, kind in (
        ("a number", f" There were {a} and then {b}. {a} + {b} = {a + b}. The answer is {a + b}.", kind),
        ("the model goes on", f" The answer is {a}.\n\nQ: What is {b} plus {c}?\nA: The answer is {b + c}.", kind),
        ("more numbers behind it", f" So the answer is {a} apples in {b + 100} baskets.", kind),
        ("corrects itself", f" The answer is {a}. Wait, {b} are gone. The answer is {c + 100}.", kind),
        ("thousands", f" {big:,} it is. The answer is ${big:,}.", kind),
        ("zeros at the end", f" The answer is {a}.00 dollars, or {b}.", kind),
        ("decimals", f" The answer is {a}.{cents}0%.", kind),
        ("a round number", f" The answer is {many}.", kind),
        ("below zero", f" {a} - {a + b} = -{b}. The answer is -{b}.", kind),
        ("below zero, in dollars", f" So the answer is -${b}.", kind),
        ("no phrase", f" {a} + {b} makes {a + b}, and {many} more make {a + b + many}.", kind),
        ("no phrase, decimals", f" {a} shared by all makes {b}.{cents}5 for each.", kind),
        ("no phrase, and goes on", f" It is {a + b}.\n\nQ: What is {c}?", kind),
        ("no number behind the phrase", f" There are {a}. The answer is unclear.", kind),
        ("no number at all", " I do not know.", kind),
        ("a choice", " Paper (a) burns and (c) does not. So the answer is (b).", "choice"),
        ("a choice that is corrected", " The answer is (a). No, it is wet. So the answer is (d) or (e).", "choice"),
        ("no choice", f" It may be {a} or (b).", "choice"),
        ("yes", " It is known. No doubt. So the answer is yes.", "yes-no"),
        ("no", " Yes and no. The answer is nothing but no.", "yes-no"),
        ("inside of words", " The answer is known now: yes.", "yes-no"),
        ("neither", f" Yes, {a} is more. That is all.", "yes-no"),
    ):
        yield label, {"text": text, "kind": kind}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (text, kind) -> text."""
    number = int(rng.integers(2, 9))
    got = solve(f" The answer is {number}.", "number")
    if not isinstance(got, str):
        yield f"The result is {got!r}; the answer is a string."
        return
    if got != str(number):
        yield f"\" The answer is {number}.\" gives {got!r}."
        return
    for text, right, why in (
        (f" The answer is {number}.\n\nQ: How many?\nA: The answer is 77.", str(number), "what stands behind \"Q:\" is another question"),
        (f" There are 12. The answer is {number}.", str(number), "the answer stands behind the phrase"),
        (f" The answer is {number} of 44.", str(number), "it is the first number behind the phrase"),
        (f" The answer is 33. So the answer is {number}.", str(number), "the last phrase counts"),
        (" The answer is 1,234.", "1234", "the commas go"),
        (f" The answer is -{number}.", f"-{number}", "the minus stays"),
    ):
        found = solve(text, "number")
        if found != right:
            yield f"{text!r} gives {found!r}; {right!r} is right, since {why}."
            return
