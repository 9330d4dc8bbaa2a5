"""Mistakes by rule: small edits of a reference's text that learners make anywhere, with a sentence each.

A rule looks at a node of the text's tree and gives (id, start, end, new, what): the place, what stands there instead, and
the words before "where … is computed".
"""
from __future__ import annotations

import ast
from typing import NamedTuple

from .composed import line_starts, position
from .other_values import finite_mask, other_builtin, other_index, other_norm, other_number


class Slip(NamedTuple):
    """A mistake by rule. step: the value in whose computation it lies; place: (start, end, new) in the text."""

    name: str
    sentence: str
    step: str
    place: tuple


def slips_of(text):
    """All mistakes by rule of a reference's text, those that are likeliest first."""
    tree = ast.parse(text)
    reader = Reader(text, tree)
    found = []
    for function in [node for node in tree.body if isinstance(node, ast.FunctionDef)]:
        for statement in statements_of(function):
            step = step_of(statement, function)
            for node in ast.walk(statement):
                for rank, rule in enumerate(RULES):
                    found += [(rank, Slip(name, f"{what} where {step} is computed.", step, (start, end, new)))
                              for name, start, end, new, what in rule(node, reader) or ()]
    for rank, slip in reader.constants():
        found.append((rank, slip))
    found.sort(key=lambda pair: pair[0])
    return list({slip.place: slip for _, slip in reversed(found)}.values())[::-1]


def statements_of(function):
    """The statements of a function that compute something, innermost ones only."""
    for node in ast.walk(function):
        if isinstance(node, (ast.Assign, ast.AugAssign, ast.Return, ast.Expr)) and not is_text(getattr(node, "value", None)):
            if getattr(node, "value", None) is not None:
                yield node


def is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def step_of(statement, function):
    """A statement's value in words: `scores`, or the result of `softmax`."""
    if isinstance(statement, ast.Assign):
        names = [node.id for target in statement.targets for node in ast.walk(target) if isinstance(node, ast.Name)]
        return "`" + ", ".join(names[:3]) + "`" if names else f"the result of `{function.name}`"
    if isinstance(statement, ast.AugAssign):
        names = [node.id for node in ast.walk(statement.target) if isinstance(node, ast.Name)]
        return f"`{names[0]}`" if names else f"the result of `{function.name}`"
    return f"the result of `{function.name}`"


class Reader:
    """The text beside its tree."""

    def __init__(self, text, tree):
        self.text, self.tree, self.starts = text, tree, line_starts(text)
        keys = [node.slice for node in ast.walk(tree) if isinstance(node, ast.Subscript)]
        keys = [getattr(key, "value", key) if type(key).__name__ == "Index" else key for key in keys]  # Python 3.8's trees
        self.arrays = list(dict.fromkeys(
            one.arg for function in ast.walk(tree) if isinstance(function, ast.FunctionDef) for one in function.args.args
            if one.annotation is not None and "ndarray" in self.of(one.annotation)))
        self.loops = {one.id for node in ast.walk(tree) if isinstance(node, ast.For) for one in ast.walk(node.target) if isinstance(one, ast.Name)}
        self.keys = list(dict.fromkeys(self.of(key) for key in keys if is_text(key) or isinstance(key, ast.JoinedStr)))

    def span(self, node):
        return (position(self.text, self.starts, node.lineno, node.col_offset),
                position(self.text, self.starts, node.end_lineno, node.end_col_offset))

    def of(self, node):
        start, end = self.span(node)
        return self.text[start:end]

    def constants(self):
        """Slips in the numbers that a module names at its top."""
        for node in self.tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, float):
                name = self.of(node.targets[0])
                for name_of_rule, start, end, new, what in other_number(node.value, self):
                    yield len(RULES), Slip(name_of_rule, f"{what} for `{name}`.", f"`{name}`", (start, end, new))


def shortened(text):
    """Code as it stands in a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:57] + "…"


SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.MatMult: "@", ast.Pow: "**"}
NAMES = {ast.Add: "term-missing", ast.Sub: "term-missing", ast.Mult: "factor-missing", ast.Div: "division-missing",
         ast.MatMult: "product-missing", ast.Pow: "power-missing"}


def missing_part(node, read):
    """A term, a factor or a division left out."""
    if not isinstance(node, ast.BinOp) or type(node.op) not in SIGNS:
        return
    (start, end), left, right = read.span(node), read.of(node.left), read.of(node.right)
    sign, name = SIGNS[type(node.op)], NAMES[type(node.op)]
    yield name, start, end, f"({left})", f"`{sign} {shortened(right)}` is missing"
    if type(node.op) in (ast.Add, ast.Mult, ast.MatMult):
        yield name, start, end, f"({right})", f"`{shortened(left)} {sign}` is missing"


def missing_call(node, read):
    """A function not called: its first argument stands there as it is."""
    if not isinstance(node, ast.Call) or isinstance(node.func, ast.Attribute) and not is_numpy(node.func):
        return
    if not node.args or isinstance(node.args[0], (ast.Starred, ast.GeneratorExp)):
        return
    start, end = read.span(node)
    for argument in node.args[:2]:
        if not isinstance(argument, (ast.Constant, ast.UnaryOp, ast.Tuple)):
            name = read.of(node.func)
            yield "call-missing", start, end, f"({read.of(argument)})", f"`{name}` is not applied"
            if name.endswith(("maximum", "relu", "gelu", "tanh")):
                inner = f"({read.of(argument)})"
                for other, code in ACTIVATIONS.items():
                    if other not in name and not (name.endswith("maximum") and other == "ReLU"):
                        yield "other-activation", start, end, code.replace("Z", inner), f"The activation is {other}, not `{name}`,"
            return


ACTIVATIONS = {
    "ReLU": "np.maximum(Z, 0.0)",
    "tanh": "np.tanh(Z)",
    "a sigmoid": "(1 / (1 + np.exp(-Z)))",
    "a leaky ReLU (0.01)": "np.maximum(Z, 0.01 * Z)",
    "a leaky ReLU (0.1)": "np.maximum(Z, 0.1 * Z)",
    "x · sigmoid(x)": "(Z / (1 + np.exp(-Z)))",
    "x · sigmoid(1.702 x), a form of GELU,": "(Z / (1 + np.exp(-1.702 * Z)))",
    "GELU": "(0.5 * Z * (1 + np.tanh(np.sqrt(2 / np.pi) * (Z + 0.044715 * Z**3))))",
    "exact GELU": "(0.5 * Z * (1 + np.vectorize(__import__('math').erf)(Z / np.sqrt(2))))",
}


def is_numpy(function):
    return isinstance(function.value, ast.Name) and function.value.id == "np"


def transposed_factor(node, read):
    """A matrix turned over before a product; a transpose forgotten."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        start, end = read.span(node.right)
        if not read.of(node.right).endswith(".T"):
            code = read.of(node.right)
            yield "transposed", start, end, f"np.swapaxes({code}, -1, -2)", f"`{shortened(code)}` is transposed"
    if isinstance(node, ast.Attribute) and node.attr == "T":
        start, end = read.span(node)
        yield "not-transposed", start, end, read.of(node.value), f"`{shortened(read.of(node.value))}` is not transposed"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("transpose", "swapaxes"):
        start, end = read.span(node)
        kept = read.of(node.func.value) if not is_numpy(node.func) else read.of(node.args[0]) if node.args else None
        if kept:
            yield "not-transposed", start, end, kept, "The axes are not exchanged"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "reshape":
        inner = node.func.value
        if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute) and inner.func.attr == "transpose":
            start, end = read.span(inner)
            yield "not-transposed", start, end, read.of(inner.func.value), "A reshape alone joins the axes, without their exchange,"


def other_key(node, read):
    """The weights of another name."""
    if not isinstance(node, ast.Subscript):
        return
    key = getattr(node.slice, "value", node.slice) if type(node.slice).__name__ == "Index" else node.slice
    if is_text(key) or isinstance(key, ast.JoinedStr):
        start, end = read.span(key)
        own = read.of(key)
        for other in read.keys:
            if other != own:
                yield "other-weights", start, end, other, f"{bare(other)} stands in place of {bare(own)}"


def bare(key):
    return "`" + key.lstrip("f").strip("\"'") + "`"


def other_sign(node, read):
    """A sum for a difference, a product for a quotient, a sign forgotten."""
    if isinstance(node, ast.BinOp):
        swaps = {ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*"}
        if type(node.op) in swaps:
            (start, end), left, right = read.span(node), read.of(node.left), read.of(node.right)
            sign, was = swaps[type(node.op)], SIGNS[type(node.op)]
            yield "other-sign", start, end, f"(({left}) {sign} ({right}))", f"`{sign}` stands before `{shortened(right)}` in place of `{was}`"
        if isinstance(node.op, (ast.Sub, ast.Div)):
            (start, end), left, right = read.span(node), read.of(node.left), read.of(node.right)
            sign = SIGNS[type(node.op)]
            yield "sides-exchanged", start, end, f"(({right}) {sign} ({left}))", f"The sides of `{shortened(left)} {sign} {shortened(right)}` are exchanged"
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and not isinstance(node.operand, ast.Constant):
        start, end = read.span(node)
        if read.of(node.operand) != "np.inf":
            yield "sign-missing", start, end, f"({read.of(node.operand)})", "The minus sign is missing"


AXES = {"-1": ("-2", "0", "None"), "0": ("-1", "None"), "1": ("-1", "0"), "(0, 2, 3)": ("0", "(2, 3)", "1", "(0, 1)")}


def other_reduction(node, read):
    """Mean, sum and variance taken for each other, and along another axis."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return
    swaps = {"mean": ("sum", "max"), "sum": ("mean",), "max": ("mean", "min"), "var": ("std",), "std": ("var",), "tril": ("triu",), "triu": ("tril",)}
    start, end = read.span(node.func)
    for other in swaps.get(node.func.attr, ()):
        inner = read.of(node.func.value)
        yield "other-reduction", start, end, f"{inner}.{other}", f"`{other}` stands in place of `{node.func.attr}`"
    if node.func.attr in ("var", "std") and not any(word.arg == "ddof" for word in node.keywords):
        start, end = read.span(node)
        yield "unbiased", start, end, read.text[start : end - 1] + ", ddof=1)", "The sum is divided by n - 1, not by n,"
    for word in node.keywords:
        if word.arg == "axis":
            first, last = read.span(word.value)
            own = read.text[first:last]
            for axis in AXES.get(own, ()):
                yield "other-axis", first, last, axis, f"`{node.func.attr}` runs over {axis_words(axis)}, not axis {own},"


def axis_words(axis):
    return "all axes" if axis == "None" else f"axis {axis}"


def other_slice(node, read):
    """A slice shifted, or left out."""
    if not isinstance(node, ast.Subscript):
        return
    start, end = read.span(node)
    whole, value = read.text[start:end], read.of(node.value)
    inside = whole[len(value) + 1 : -1]
    for old, new, what in ((":-1", "1:", "begins one later"), ("1:", ":-1", "ends one earlier"), ("[..., None]", None, "")):
        if new and inside.endswith(old) and (len(inside) == len(old) or inside[-len(old) - 1] == " "):
            yield "shifted-slice", start, end, f"{value}[{inside[: -len(old)]}{new}]", f"`{shortened(whole)}` {what}"
            if len(inside) > len(old):
                yield "slice-missing", start, end, value, f"`{shortened(whole)}` is not cut"


def other_comparison(node, read):
    """A bound that is taken in or left out."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        swaps = {ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">"}
        if type(node.ops[0]) in swaps:
            start, end = read.span(node)
            left, right = read.of(node.left), read.of(node.comparators[0])
            sign = swaps[type(node.ops[0])]
            yield "other-bound", start, end, f"({left} {sign} {right})", f"The comparison with `{shortened(right)}` is `{sign}`"


def other_size(node, read):
    """The length of another axis, or of another array."""
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute) and node.value.attr == "shape":
        (start, end), own, array = read.span(node), read.of(node), read.of(node.value.value)
        others = [f"{array}.shape[{axis}]" for axis in (-1, -2, 0, 1)] + [f"{name}.shape[-1]" for name in read.arrays if name != array]
        for other in others:
            if other != own:
                yield "other-size", start, end, other, f"`{other}` stands in place of `{own}`"


def small_number_in_log(node, read):
    """log(p + a small number), or of a clipped p, in place of log softmax."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub) and "np.log(" in read.of(node.right)[:7]:
        (start, end), whole = read.span(node), read.of(node)
        for number in ("1e-1", "1e-2", "1e-3", "1e-4", "1e-5", "1e-6", "1e-7", "1e-8"):
            yield "small-number-in-log", start, end, f"np.log(np.exp({whole}) + {number})", f"{number} is added inside the logarithm"
            yield "clipped-log", start, end, f"np.log(np.maximum(np.exp({whole}), {number}))", f"Probabilities are clipped at {number}"


def exchanged_names(node, read):
    """Two values that stand in each other's place in a call or an assignment to several names."""
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple):
        names = [read.of(one) for one in node.targets[0].elts]
        start, end = read.span(node.targets[0])
        for at in range(len(names)):
            for other in range(at + 1, len(names)):
                new = list(names)
                new[at], new[other] = new[other], new[at]
                yield "exchanged", start, end, ", ".join(new), f"`{names[at]}` and `{names[other]}` are exchanged"
    if isinstance(node, ast.Call) and len(node.args) > 1 and all(isinstance(one, ast.Name) for one in node.args[:2]):
        (start, _), (_, end) = read.span(node.args[0]), read.span(node.args[1])
        one, other = node.args[0].id, node.args[1].id
        if one != other:
            yield "exchanged", start, end, f"{other}, {one}", f"`{one}` and `{other}` are exchanged"


RULES = (missing_part, missing_call, other_key, transposed_factor, other_reduction, other_sign, exchanged_names, other_slice,
         other_comparison, finite_mask, other_size, other_index, other_norm, other_builtin, small_number_in_log, other_number)
