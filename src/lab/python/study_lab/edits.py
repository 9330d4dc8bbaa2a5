"""Edits of a reference's text: where they lie in it, and the text that they make."""
from __future__ import annotations


class BadEdit(ValueError):
    """An edit that does not say which place of the text it means."""


def places(text, edits):
    """[(start, end, new)] of edits [(old, new)] in the order of the text. Each old stands in it exactly once."""
    found = []
    for old, new in edits:
        times = text.count(old) if old else 0
        if times != 1:
            raise BadEdit(f"{old!r} stands {times} times in reference.py; an edit must match exactly once")
        start = text.index(old)
        found.append((start, start + len(old), new))
    found.sort()
    for (_, end, _), (start, stop, _) in zip(found, found[1:]):
        if start < end:
            raise BadEdit(f"two edits overlap at {text[start:stop]!r} of reference.py")
    return found


def edited(text, edits):
    """text with every old replaced by its new."""
    for start, end, new in reversed(places(text, edits)):
        text = text[:start] + new + text[end:]
    return text
