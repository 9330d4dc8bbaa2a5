"""The text is split at its equations, and worked out by Python's own syntax tree."""
import ast
import operator
import re
from decimal import Decimal

N = r"\d+(?:\.\d+)?"
PART = re.compile(rf"(?<![\w.])((?:\(\s*)*{N}(?:\s*[-+*/]\s*(?:\(\s*)*{N}(?:\s*\))*)+\s*=\s*-?{N})(?![\w]|\.\d)")
DO = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def value_of(node):
    if isinstance(node, ast.BinOp):
        return DO[type(node.op)](value_of(node.left), value_of(node.right))
    return node.value


def recalculate(chain):
    known = {}

    def put(text):
        return re.sub(rf"(?<![\w.]){N}(?![\w]|\.\d)", lambda found: known.get(found.group(), found.group()), text)

    pieces = PART.split(chain)
    for at, piece in enumerate(pieces):
        if at % 2 == 0:
            pieces[at] = put(piece)
            continue
        left, sign, said = re.split(r"(\s*=\s*)", piece)
        left = put(left)
        try:
            value = round(value_of(ast.parse(left, mode="eval").body), 4)
        except ZeroDivisionError:
            value = float(said)
        known.pop(said, None)
        if abs(value - float(said)) > 1e-9:
            known[said] = f"{Decimal(str(value)).normalize():f}"
            said = known[said]
        pieces[at] = left + sign + said
    return "".join(pieces)
