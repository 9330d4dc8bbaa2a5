"""Mistakes by rule in values: another number, another index, another norm, the smallest for the largest."""
from __future__ import annotations

import ast
import re

EPSILONS = ("0.0", "1e-3", "1e-6", "1e-8", "1e-12")
# Whole numbers up to this one are counts and places, where one more or less is a mistake of its own.
LARGEST_COUNT = 16
SQUARES = re.compile(r"np\.sqrt\(\((\w+)\*\*2\)\.sum\((.*)\)\)")


def other_number(node, read):
    """A small number of another size; a count off by one; a constant ten times too large or too small."""
    if not isinstance(node, ast.Constant) or isinstance(node.value, bool) or not isinstance(node.value, (int, float)):
        return
    start, end = read.span(node)
    own, value = read.text[start:end], node.value
    if isinstance(value, float) and 0 < value < 1e-3:
        others = [other for other in EPSILONS if float(other) != value]
    elif isinstance(value, int) and 0 < value <= LARGEST_COUNT:
        others = [str(value - 1), str(value + 1)]
    elif value > 0:
        others = [repr(value * 10), repr(value / 10)]
    else:
        others = []
    for other in others:
        name = "other-epsilon" if isinstance(value, float) and value < 1e-3 else "other-number"
        yield name, start, end, other, f"{other} stands in place of {own}"


def other_index(node, read):
    """The first, or the one before, in place of the one at hand; a place off by one."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Name) and node.slice.id in read.loops:
        (start, end), whole = read.span(node.slice), read.of(node)
        for other, words in (("0", "the first"), (f"{node.slice.id} - 1", "the one before")):
            yield "other-index", start, end, other, f"In place of `{whole}` {words} is taken"
    elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and type(node.slice.value) is int:
        (start, end), place, array = read.span(node.slice), node.slice.value, read.of(node.value)
        for other in (place - 1, place + 1) if place > 0 else (1,):
            yield "other-index", start, end, str(other), f"`{array}[{other}]` stands in place of `{read.of(node)}`"


def other_norm(node, read):
    """The sum of sizes, or the largest, in place of the root of the sum of squares."""
    found = SQUARES.fullmatch(read.of(node)) if isinstance(node, ast.Call) else None
    if found:
        start, end = read.span(node)
        inner, how = found.groups()
        yield "other-norm", start, end, f"np.abs({inner}).sum({how})", f"The sum of the sizes of `{inner}` stands in place of the root of the sum of squares"
        yield "other-norm", start, end, f"np.abs({inner}).max({how})", f"The largest size of `{inner}` stands in place of the root of the sum of squares"
        yield "other-norm", start, end, f"({inner}**2).sum({how})", f"The root of the sum of squares of `{inner}` is missing"


def other_builtin(node, read):
    """The smallest for the largest, and the like."""
    swaps = {"max": "min", "min": "max", "any": "all", "all": "any"}
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in swaps:
        start, end = read.span(node.func)
        yield "other-builtin", start, end, swaps[node.func.id], f"`{swaps[node.func.id]}` stands in place of `{node.func.id}`"


def finite_mask(node, read):
    """A finite number in place of minus infinity."""
    if isinstance(node, ast.UnaryOp) and read.of(node) == "-np.inf":
        start, end = read.span(node)
        for number in ("-1e9", "-1e4", "-1e3", "-100.0", "-50.0", "-10.0", "0.0"):
            yield "finite-mask", start, end, number, f"{number} stands in place of minus infinity"
