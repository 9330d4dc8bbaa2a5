"""The answer in what a model said, read character by character."""


def number_at(text, at):
    """The number that begins at a place, normalized, and where it ends; None where there is none."""
    start, minus = at, ""
    if text[at] == "-":
        minus, at = "-", at + 1
    if text[at : at + 1] == "$":
        at += 1
    digits = ""
    if not text[at : at + 1].isdigit():
        return None
    while text[at : at + 1].isdigit():
        digits, at = digits + text[at], at + 1
    while text[at : at + 1] == "," and text[at + 1 : at + 4].isdigit() and len(text[at + 1 : at + 4]) == 3:
        digits, at = digits + text[at + 1 : at + 4], at + 4
    if text[at : at + 1] == "." and text[at + 1 : at + 2].isdigit():
        decimals, at = "", at + 1
        while text[at : at + 1].isdigit():
            decimals, at = decimals + text[at], at + 1
        while decimals.endswith("0"):
            decimals = decimals[:-1]
        digits += "." + decimals if decimals else ""
    return minus + digits, max(at, start + 1)


def numbers_in(text):
    """All numbers of a text, normalized."""
    found, at = [], 0
    while at < len(text):
        one = number_at(text, at)
        if one is None:
            at += 1
        else:
            found.append(one[0])
            at = one[1]
    return found


def extract(text, kind):
    """Returns the answer, or "" where there is none."""
    end = text.find("Q:")
    own = text if end < 0 else text[:end]
    at = max(own.rfind("the answer is"), own.rfind("The answer is"))
    if at < 0:
        return (numbers_in(own) or [""])[-1] if kind == "number" else ""
    rest = own[at + len("the answer is") :]
    if kind == "number":
        return (numbers_in(rest) or [""])[0]
    if kind == "choice":
        fits = [rest[i + 1] for i in range(len(rest) - 2) if rest[i] == "(" and rest[i + 2] == ")" and "a" <= rest[i + 1] <= "z"]
        return (fits or [""])[0]
    words = "".join(sign if sign.isalnum() or sign == "_" else " " for sign in rest).split()
    return next((word for word in words if word in ("yes", "no")), "")
