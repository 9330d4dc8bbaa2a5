"""Mistakes that are known by name: the decorator that a mistakes.py uses."""
from __future__ import annotations


def mistake(name, sentence):
    """Marks a function as the variant `name` of the reference; sentence is what a tutor would say about it."""

    def mark(function):
        function.mistake = (name, sentence)
        return function

    return mark


def mistakes_of(module):
    """The marked functions of a module in the order in which they stand: [(name, sentence, function)]."""
    found = []
    for value in vars(module).values():
        marked = getattr(value, "mistake", None)
        if callable(value) and isinstance(marked, tuple) and getattr(value, "__module__", "") == module.__name__:
            found.append((marked[0], marked[1], value))
    return found
