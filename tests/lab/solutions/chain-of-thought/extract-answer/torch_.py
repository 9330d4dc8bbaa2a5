"""The answer in what a model said, from the text turned round: the last phrase comes first there."""
import re


def tidy(value):
    """A number without signs and needless zeros."""
    whole, point, decimals = value.translate({36: None, 44: None}).partition(".")
    decimals = decimals.rstrip("0")
    return whole + (point + decimals if decimals else "")


def extract(text, kind):
    """Returns the answer, or "" where there is none."""
    own = text[: text.index("Q:")] if "Q:" in text else text
    found = re.match(r"(.*?)si rewsna eh[tT]", own[::-1], flags=re.S)
    number = r"-?\$?\d+(?:,\d\d\d)*(?:\.\d+)?"
    if found is None:
        every = re.findall(number, own) if kind == "number" else []
        return tidy(every[-1]) if every else ""
    rest = found.group(1)[::-1]
    pattern = {"number": number, "choice": r"(?<=\()[a-z](?=\))", "yes-no": r"\byes\b|\bno\b"}[kind]
    match = re.search(pattern, rest)
    return "" if match is None else tidy(match.group()) if kind == "number" else match.group()
