"""Prompts from the shared frame, with the part that differs put in before or behind the answer."""


def around(variant, one):
    """What stands before and behind the answer of an exemplar."""
    before = {"chain": one["chain"], "equation": one["equation"], "dots": "".ljust(len(one["equation"]), ".")}.get(variant)
    return ("" if before is None else before + " "), (" " + one["chain"] if variant == "after" else "")


def prompt(variant, exemplars, question):
    """Returns the text."""
    lines = []
    for one in exemplars:
        before, behind = around(variant, one)
        lines += [f"Q: {one['question']}", f"A: {before}The answer is {one['answer']}.{behind}", ""]
    return "\n".join([*lines, f"Q: {question}", "A:"])
