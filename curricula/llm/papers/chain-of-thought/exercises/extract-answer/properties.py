"""Fresh inputs and laws for finding the answer."""
from __future__ import annotations

import numpy as np


def cases(rng):
    """Yields (label, arguments): text, kind."""
    a, b, c = (int(number) for number in rng.choice(np.arange(11, 90), size=3, replace=False))
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
        ("it asks itself twice", f" The answer is {a}.\n\nQ: {b}?\nA: The answer is {b}.\n\nQ: {c}?", kind),
        ("a blank line", f" {a} and {b} are there.\n\nSo the answer is {a + b}.", kind),
        ("a Q that asks nothing", f" Queue {a} in Q3 has {b}. The answer is {b}.", kind),
        ("words that are nearly the phrase", f" My answer is {a} of {b}.", kind),
        ("the phrase in capitals", f" THE ANSWER IS {a}, it says, of {b}.", kind),
        ("millions", f" The answer is {many // 10},{c}0,{b}1.50, all told.", kind),
        ("a list", f" The answer is {a},{b},{c}.", kind),
        ("a choice behind another bracket", " The answer is (B), I mean a pair, (x) or (d).", "choice"),
        ("nothing to choose behind the phrase", " Say (a). The answer is neither.", "choice"),
        ("a no and a yes", " The answer is no, and never yes.", "yes-no"),
        ("a yes and a no", " The answer is yes, and never no.", "yes-no"),
        ("a capital No", " The answer is: No doubt, yes.", "yes-no"),
        ("neither behind the phrase", " Yes or no? The answer is unknown.", "yes-no"),
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
    for text, kind, right, why in examples(number):
        found = solve(text, kind)
        if found != right:
            yield f"As a {kind}, {text!r} gives {found!r}; {right!r} is right, since {why}."
            return


def examples(number):
    """Yields (text, kind, answer, why), each for one rule alone."""
    for text, right, why in (
        (f" The answer is {number}.\n\nQ: How many?\nA: The answer is 77.", str(number), "what stands behind \"Q:\" is another question"),
        (f" The answer is {number}.\n\nQ: Who?\nA: The answer is 77.\n\nQ: Why?", str(number), "the first \"Q:\" ends what counts"),
        (f" So it is.\n\nThe answer is {number}.", str(number), "only \"Q:\" ends what counts, and a blank line does not"),
        (f" In Quito. The answer is {number}.", str(number), "only a Q with a colon ends what counts"),
        (f" There are 12. The answer is {number}.", str(number), "the answer stands behind the phrase"),
        (f" There are 12. The answer is {number}, so 5 are left.", str(number), "it is the first number behind the phrase"),
        (f" The answer is 33. So the answer is {number}.", str(number), "the last phrase counts, with a small or a capital t"),
        (f" THE ANSWER IS {number} or 44.", "44", "the phrase has a small or a capital t and else small letters, and without it the last number counts"),
        (f" My answer is {number} or 44.", "44", "the phrase has three words, and without it the last number counts"),
        (f" There are 12 and {number}.", str(number), "without the phrase the last number counts"),
        (" There are 12. The answer is open.", "", "behind the phrase stands no number"),
        (" The answer is 1,234.", "1234", "the commas go"),
        (" The answer is 1,234,567.", "1234567", "the commas go, and all digits stay"),
        (f" The answer is {number},7,8.", str(number), "only a comma before three digits belongs to a number"),
        (f" The answer is ${number}.", str(number), "the dollar sign goes"),
        (f" The answer is -{number}.", f"-{number}", "the minus stays"),
        (f" The answer is -${number}.", f"-{number}", "the minus stays, before a dollar sign too"),
        (f" The answer is {number}.25.", f"{number}.25", "the decimals stay"),
        (f" The answer is {number}.50.", f"{number}.5", "zeros at the end of the decimals go"),
        (f" The answer is {number}0.", f"{number}0", "zeros of a whole number stay"),
        (f" The answer is {number}.0.", str(number), "where no decimals are left the point goes"),
    ):
        yield text, "number", right, why
    for text, right, why in (
        (" The answer is (b).", "b", "the letter in parentheses is the choice"),
        (" The answer is (g) or (a).", "g", "any small letter may be a choice, and the first one counts"),
        (" The answer is (B) or (c).", "c", "a choice is a small letter"),
        (" The answer is a or (c).", "c", "a choice stands in parentheses"),
        (" It is (b).", "", "without the phrase there is no choice"),
        (" Not (b). The answer is none.", "", "behind the phrase stands no choice"),
    ):
        yield text, "choice", right, why
    for text, right, why in (
        (" The answer is yes.", "yes", "it is the first yes or no behind the phrase"),
        (" The answer is no, not yes.", "no", "it is the first yes or no behind the phrase"),
        (" The answer is known, yes.", "yes", "a no inside of a word does not count"),
        (" The answer is No or yes.", "yes", "a yes or no is written small"),
        (" It is no.", "", "without the phrase there is no yes or no"),
        (" It is no. The answer is open.", "", "behind the phrase stands neither"),
    ):
        yield text, "yes-no", right, why
