"""Where an edit of a reference lies: the steps that it touches, and its lines before and after."""
from __future__ import annotations

import ast
import difflib

from .composed import line_starts, position
from .edits import replaced


def whereabouts(text, spots):
    """{"steps": [name], "diff": [line]} of places [(start, end, new)]; in the diff "-" is the edited line, "+" the reference's."""
    return {"steps": steps_at(text, spots), "diff": diff_of(text, spots)}


def steps_at(text, spots):
    """The names of the values in whose computation the places lie, in the order of the text."""
    starts, found = line_starts(text), []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.Assign, ast.AugAssign)):
            first = position(text, starts, node.lineno, node.col_offset)
            last = position(text, starts, node.end_lineno, node.end_col_offset)
            if any(start < last and first < end for start, end, _ in spots):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                found += [(first, name.id) for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)]
    return list(dict.fromkeys(name for _, name in sorted(found)))


def diff_of(text, spots):
    """The lines that differ, each with its sign and a line around it."""
    lines = difflib.unified_diff(replaced(text, spots).splitlines(), text.splitlines(), n=1, lineterm="")
    return ["…" if line.startswith("@@") else line for line in list(lines)[3:]]
