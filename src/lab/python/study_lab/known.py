"""Mistakes that are known by name: what a mistakes.py says with `wrong`, `mistake` and `inherits`."""
from __future__ import annotations

import sys
from typing import NamedTuple

from .composed import Composer
from .edits import BadEdit, places

LEDGER = "__mistakes__"


class Mistake(NamedTuple):
    """A well-known wrong answer. edits: [(old, new)] of the reference's text; none where it is another algorithm."""

    name: str
    sentence: str
    function: object
    edits: tuple


class Wrong(NamedTuple):
    """What `wrong` says, before it is known of which reference."""

    name: str
    sentence: str
    edits: tuple


class Inherited(NamedTuple):
    """What `inherits` says: the exercise whose edits are taken over, and the names of those that are not."""

    part: str
    without: frozenset


class Reference:
    """A reference's text, and the functions that edits make of it. Nothing is compiled before it is called."""

    def __init__(self, text, path, name):
        self.text = text
        self.path = path
        self.name = name
        self.composer = None

    def compose(self, spots):
        """The function with places [(start, end, new)] edited; None where they overlap or make no Python."""
        if self.composer is None:
            self.composer = Composer(self.text, self.path, self.name)
        return self.composer.function(spots)

    def fits(self, edits):
        """Whether each edit matches exactly once here."""
        try:
            return bool(places(self.text, edits))
        except BadEdit:
            return False

    def variant(self, edits):
        """The function with the edits made in it; BadEdit where one does not match exactly once."""
        spots = places(self.text, edits)
        made = []

        def call(*arguments, **named):
            if not made:
                made.append(self.compose(spots))
            if made[0] is None:
                raise BadEdit("what the edits make is no Python")
            return made[0](*arguments, **named)

        return call

    def mistake(self, said):
        """A Wrong as a mistake of this reference."""
        try:
            return Mistake(said.name, said.sentence, self.variant(said.edits), said.edits)
        except BadEdit as error:
            raise BadEdit(f"{said.name}: {error}") from None


def wrong(name, *words):
    """Says the mistake `name` as edits of reference.py: old and new of each place, then a tutor's sentence.

    wrong("unbiased", "/ n", "/ (n - 1)", "The sum is divided by n - 1. Equation (3) divides by n.")
    """
    if len(words) < 3 or len(words) % 2 == 0 or not all(isinstance(word, str) for word in (name, *words)):
        raise TypeError(f"wrong({name!r}, …) wants old and new of each place, then a sentence, all of them text")
    *flat, sentence = words
    ledger_of(sys._getframe(1).f_globals).append(Wrong(name, sentence, tuple(zip(flat[::2], flat[1::2]))))


def mistake(name, sentence):
    """Marks a function as the variant `name` of the reference; sentence is what a tutor would say about it."""

    def mark(function):
        ledger_of(function.__globals__).append(Mistake(name, sentence, function, ()))
        return function

    return mark


def inherits(part, without=()):
    """Takes over the edits of another exercise, `paper/component` or a component of the same paper.

    Those are taken that match exactly once in this reference too, but for the names in without and names said here.
    """
    ledger_of(sys._getframe(1).f_globals).append(Inherited(part, frozenset(without)))


def ledger_of(names):
    """What a module has said so far, in its order."""
    return names.setdefault(LEDGER, [])


def own_mistakes(module, reference):
    """The mistakes that a module says itself, in the order in which they stand."""
    said = (one for one in ledger_of(vars(module)) if not isinstance(one, Inherited))
    return [reference.mistake(one) if isinstance(one, Wrong) else one for one in said]


def inherited_mistakes(module, reference, mistakes_of_part):
    """The mistakes that a module takes over from parts. mistakes_of_part(part): all the mistakes of that exercise."""
    taken = {one.name for one in ledger_of(vars(module)) if not isinstance(one, Inherited)}
    found = []
    for heir in ledger_of(vars(module)):
        if not isinstance(heir, Inherited):
            continue
        for one in mistakes_of_part(heir.part):
            if one.name not in taken and one.name not in heir.without and reference.fits(one.edits):
                taken.add(one.name)
                found.append(reference.mistake(one))
    return found
