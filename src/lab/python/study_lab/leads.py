"""Hints that are derived from a failure: what a law would advise, and what others did wrong at the step where to look."""
from __future__ import annotations

from .edits import BadEdit, places
from .place import steps_at

MOST_AT_A_STEP = 2


def leads_of(exercise, named, advice, step):
    """Hints for one failure, the weakest first: [sentence].

    named: the mistakes that were named, [{"id", "steps", …}]; advice: what the broken laws would advise; step: where to look, or None.
    """
    text = exercise.text.text
    steps = list(dict.fromkeys(name for one in named for name in one.get("steps", ())))
    found = []
    if steps:
        found.append(f"Look at where you compute {listed(steps[:2])}: what is wrong lies there.")
    found += [capital(one) for one in advice]
    if step is not None and not named:
        found += [f"Many who go wrong at `{step['name']}` do this; is it so in yours? {sentence}" for sentence in sentences_at(exercise, text, step["name"])]
    return found


def listed(names):
    return " and ".join(f"`{name}`" for name in names)


def capital(sentence):
    sentence = sentence.strip()
    return sentence[:1].upper() + sentence[1:] + ("" if sentence.endswith((".", "?")) else ".")


def sentences_at(exercise, text, name):
    """What known mistakes at a step of the reference do, in their sentences' first words: [sentence]."""
    found = []
    for one in [*exercise.mistakes, *exercise.inherited()]:
        try:
            here = bool(one.edits) and name in steps_at(text, places(text, one.edits))
        except BadEdit:
            here = False
        if here:
            found.append(one.sentence.split(". ")[0].rstrip(".") + ".")
    return list(dict.fromkeys(found))[:MOST_AT_A_STEP]
