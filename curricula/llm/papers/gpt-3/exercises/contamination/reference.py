"""Contamination of a benchmark by its training data (Section 4, Appendix C)."""
from __future__ import annotations

import string

import numpy as np


def words(text: str) -> list[str]:
    """The words of a text without case and punctuation."""
    lowered = text.lower()
    bare = "".join(sign for sign in lowered if sign not in string.punctuation)
    return bare.split()


def grams(parts: list[str], n: int) -> set[tuple[str, ...]]:
    """All runs of n words."""
    return {tuple(parts[at : at + n]) for at in range(len(parts) - n + 1)}


def contamination(examples: list[str], documents: list[str], scores: np.ndarray) -> dict[str, object]:
    """scores: (examples,). Returns n, dirty (examples,), all, clean and relative."""
    scores = np.asarray(scores, dtype=np.float64)
    questions = [words(example) for example in examples]
    lengths = [len(question) for question in questions]
    percentile = int(np.percentile(lengths, 5))
    n = min(max(percentile, 8), 13)
    seen = set().union(*(grams(words(document), n) for document in documents))
    dirty = np.array([bool(grams(question, n) & seen) for question in questions])
    whole = float(scores.mean())
    clean = float(scores[~dirty].mean()) if not dirty.all() else float("nan")
    relative = (clean - whole) / whole
    return {"n": n, "dirty": dirty, "all": whole, "clean": clean, "relative": relative}
