"""The symbolic tasks: last letters and coin flips, with their chains of thought (Section 5)."""
from __future__ import annotations


def letters(names: list[str]) -> dict[str, str]:
    """The task of the last letters."""
    whole = " ".join(names)
    last = [name[-1] for name in names]
    answer = "".join(last)
    steps = [f'The last letter of "{name}" is "{letter}".' for name, letter in zip(names, last)]
    return {
        "question": f'Take the last letters of the words in "{whole}" and concatenate them.',
        "chain": " ".join(steps) + f' Concatenating them is "{answer}".',
        "answer": answer,
    }


def coin(names: list[str], flips: list[bool]) -> dict[str, str]:
    """The task of the coin."""
    acts = [f"{name} flips the coin." if flip else f"{name} does not flip the coin." for name, flip in zip(names, flips)]
    people = [name for name, flip in zip(names, flips) if flip]
    count = len(people)
    heads = count % 2 == 0
    who = " and ".join(people) if people else "no one"
    times = "time" if count == 1 else "times"
    parity = "even" if heads else "odd"
    end = "still be heads up" if heads else "be tails up"
    return {
        "question": " ".join(["A coin is heads up.", *acts, "Is the coin still heads up?"]),
        "chain": f"The coin was flipped by {who}. So the coin was flipped {count} {times}, which is an {parity} number. "
        f"The coin started heads up, so after an {parity} number of flips, it will {end}.",
        "answer": "yes" if heads else "no",
    }


def task(kind: str, names: list[str], flips: list[bool]) -> dict[str, str]:
    """kind: "letters" or "coin". Returns question, chain and answer."""
    return letters(names) if kind == "letters" else coin(names, flips)
