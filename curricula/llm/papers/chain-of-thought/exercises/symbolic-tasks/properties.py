"""Fresh inputs and laws for symbolic tasks."""
from __future__ import annotations

NAMES = "Amy Ben Carlos Dora Elsa Frank Gwen Henrik Ilse Jorge Kim Lou Marek Nadia Otto Phil".split()


def people(rng, count):
    """Different names whose last letters differ from their first."""
    return [str(name) for name in rng.choice(NAMES, size=count, replace=False)]


def cases(rng):
    """Yields (label, arguments): kind, names, flips."""
    for count in (2, 3, 4):
        yield f"last letters of {count} words", {"kind": "letters", "names": people(rng, count), "flips": [at % 2 == 1 for at in range(count)]}
    yield "a last letter that is a capital", {"kind": "letters", "names": [*people(rng, 1), "JD"], "flips": [True, True]}
    for flips in ([True, True], [True, False], [False, True], [False, False], [True, False, True], [False, True, True, True], [True, False, False, False]):
        said = "".join("f" if flip else "-" for flip in flips)
        yield f"a coin, {said}", {"kind": "coin", "names": people(rng, len(flips)), "flips": flips}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (kind, names, flips) -> dict."""
    names = people(rng, 3)
    word = solve("letters", names, [False] * 3)
    if not isinstance(word, dict) or set(word) != {"question", "chain", "answer"}:
        yield "The result is a dict with the keys question, chain and answer."
        return
    if len(word["answer"]) != 3:
        yield f"Three words have three last letters; the answer is {word['answer']!r}."
    elif any(letter != name[-1] for letter, name in zip(word["answer"], names)):
        yield f"The letters {word['answer']!r} are not the last ones of {' '.join(names)}, in their order."
    elif word["answer"] not in word["chain"]:
        yield "The chain of the letters does not hold the answer."
    elif solve("letters", names, [True, False, True]) != word:
        yield "The letters change with `flips`, which mean nothing there."
    elif (capital := solve("letters", ["Al", "JD"], [False, False])["answer"]) != "lD":
        yield f"The last letters of Al and JD are 'lD', as they stand there; yours are {capital!r}."
    for flips in ([False, False, False], [True, False, False], [True, True, False], [True, True, True]):
        coin = solve("coin", names, flips)
        right = "yes" if sum(flips) % 2 == 0 else "no"
        if coin["answer"] != right:
            yield f"A coin that starts heads up and is flipped {sum(flips)} times: the answer is {right!r} and yours {coin['answer']!r}."
            return
        if ("still be heads up" in coin["chain"]) != (right == "yes"):
            yield f"With {sum(flips)} flips the chain ends with another side than the answer."
            return
        if coin["question"].count("does not flip") != 3 - sum(flips):
            yield "The question does not say of everyone whether they flip the coin."
            return
