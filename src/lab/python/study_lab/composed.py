"""Functions that edits of a reference's text make, alone and together. A piece of the text is compiled once for all of them."""
from __future__ import annotations

import __future__
import ast

from .edits import BadEdit

FLAGS = __future__.annotations.compiler_flag


class Composer:
    """Makes the function `name` of a text with places [(start, end, new)] edited in it."""

    def __init__(self, text, path, name):
        self.text, self.path, self.name = text, path, name
        self.pieces = pieces_of(text)
        self.compiled = {}

    def function(self, places):
        """The function with these places edited; None where two overlap or the text that comes of them is no Python."""
        names = {"__name__": "reference", "__file__": self.path}
        try:
            for text in edited_pieces(self.text, self.pieces, places):
                exec(self.code(text), names)
        except Exception:
            return None
        return names.get(self.name)

    def code(self, text):
        if text not in self.compiled:
            self.compiled[text] = compile(text, self.path, "exec", FLAGS, True)
        return self.compiled[text]


def pieces_of(text):
    """[(start, end)] of the statements of a module, each with what stands before it."""
    at, found = line_starts(text), []
    start = 0
    for node in ast.parse(text).body:
        end = position(text, at, node.end_lineno, node.end_col_offset)
        found.append((start, end))
        start = end
    return found


def edited_pieces(text, pieces, places):
    """The text of each piece, edited. BadEdit where places overlap or reach beyond a piece."""
    left = sorted(places)
    for start, end in pieces:
        made, done = [], start
        while left and left[0][0] < end:
            first, last, new = left.pop(0)
            if first < done or last > end:
                raise BadEdit(f"two edits overlap at {text[first:last]!r} of reference.py")
            made += [text[done:first], new]
            done = last
        yield "".join([*made, text[done:end]])


def line_starts(text):
    """The position at which each line begins; line n at index n - 1."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts


def position(text, starts, line, column):
    """The position in text of a line and a column that counts bytes, as `ast` does."""
    start = starts[line - 1]
    if text.isascii():
        return start + column
    whole = text[start : starts[line]] if line < len(starts) else text[start:]
    return start + len(whole.encode()[:column].decode())
