"""Symbolic tasks, the parity as an exclusive or over all flips."""
from functools import reduce
from operator import xor


def task(kind, names, flips):
    """Returns question, chain and answer."""
    if kind == "letters":
        pairs = [(name, list(name).pop()) for name in names]
        answer = "".join(letter for _, letter in pairs)
        told = [f'The last letter of "{name}" is "{letter}".' for name, letter in pairs]
        return {
            "question": f'Take the last letters of the words in "{" ".join(names)}" and concatenate them.',
            "chain": " ".join([*told, f'Concatenating them is "{answer}".']), "answer": answer,
        }
    tails = reduce(xor, map(bool, flips), False)
    who = [name for name, flip in zip(names, flips) if flip]
    said = [f"{name} flips the coin." if name in who else f"{name} does not flip the coin." for name in names]
    parity = "odd" if tails else "even"
    count = f"{len(who)} time" if len(who) == 1 else f"{len(who)} times"
    return {
        "question": " ".join(["A coin is heads up."] + said + ["Is the coin still heads up?"]),
        "chain": f"The coin was flipped by {' and '.join(who) if who else 'no one'}. So the coin was flipped {count}, which is an {parity} "
        f"number. The coin started heads up, so after an {parity} number of flips, it will {'be tails up' if tails else 'still be heads up'}.",
        "answer": "no" if tails else "yes",
    }
