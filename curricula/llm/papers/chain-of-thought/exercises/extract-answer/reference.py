"""The answer in what a model said after a chain of thought."""
from __future__ import annotations

import re

NUMBER = re.compile(r"-?\$?\d+(?:,\d{3})*(?:\.\d+)?")
CHOICE = re.compile(r"\(([a-z])\)")
YES_NO = re.compile(r"\b(yes|no)\b")
PHRASE = re.compile(r"[Tt]he answer is")


def plain(number: str) -> str:
    """A number as it was written, without signs and needless zeros."""
    digits = number.replace("$", "").replace(",", "")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def extract(text: str, kind: str) -> str:
    """kind: "number", "choice" or "yes-no". Returns the answer, or "" where there is none."""
    own = text.split("Q:")[0]
    phrases = list(PHRASE.finditer(own))
    if not phrases:
        numbers = NUMBER.findall(own) if kind == "number" else []
        return plain(numbers[-1]) if numbers else ""
    rest = own[phrases[-1].end() :]
    if kind == "number":
        found = NUMBER.search(rest)
        return plain(found.group()) if found else ""
    found = (CHOICE if kind == "choice" else YES_NO).search(rest)
    return found.group(1) if found else ""
