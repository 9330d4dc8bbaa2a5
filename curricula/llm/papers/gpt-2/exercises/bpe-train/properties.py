"""Fresh texts and laws for learning byte pair merges."""
from __future__ import annotations

import re

PATTERN = r"'(?:s|t|re|ve|m|ll|d)| ?[^\W\d_]+| ?\d+| ?(?:[^\s\w]|_)+|\s+(?!\S)|\s+"

SYLLABLES = ("ba", "na", "lo", "wer", "est", "in", "gé", "übe", "re", "to", "ke", "n", "日", "本", "ana", "Lo", "To")
MARKS = (".", "!", "?", ",", " 12", "'s", "...", "🙂", "\n")


def corpus(rng, words):
    """A text of so many words from a small vocabulary; some are far more frequent than others."""
    vocabulary = ["".join(rng.choice(SYLLABLES, size=rng.integers(1, 5))) for _ in range(10)]
    text = ""
    for _ in range(words):
        text += " " + vocabulary[min(int(rng.geometric(0.25)), 10) - 1]
        if rng.random() < 0.35:
            text += str(rng.choice(MARKS))
    return text.strip(" ")


def overlapping(rng):
    """A text in which one pair wins only if every place counts: 5 times as "xxx xxxx", the rival "yz" 4 times."""
    x, y, z = rng.permutation(list("abcdefgh"))[:3]
    return f"{x * 3} {x * 4} {y}{z}{y}{z} {y}{z}{y}{z}"


def cases(rng):
    """Yields (label, arguments): text, pattern, merges."""
    yield "sixty words, twenty merges", {"text": corpus(rng, 60), "pattern": PATTERN, "merges": 20}
    yield "forty words, sixty merges", {"text": corpus(rng, 40), "pattern": PATTERN, "merges": 60}
    yield "more merges than there are pairs", {"text": corpus(rng, 6), "pattern": PATTERN, "merges": 200}
    yield "words and spaces alone", {"text": "banana bandana " + corpus(rng, 30), "pattern": r"\S+|\s+", "merges": 15}
    yield "runs of white space", {"text": "a  b   c\n\n" * 3 + "  ".join(corpus(rng, 8).split()), "pattern": r"\S+|\s+", "merges": 6}
    yield "repeated symbols", {"text": "aaaa aaa aaaaaa bb aa " * 2 + corpus(rng, 5), "pattern": PATTERN, "merges": 8}
    yield "a pair that overlaps itself", {"text": overlapping(rng), "pattern": PATTERN, "merges": 3}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (text, pattern, merges) -> list of (bytes, bytes)."""
    text = corpus(rng, 50)
    pairs = [tuple(pair) for pair in solve(text, PATTERN, 30)]
    if not all(len(pair) == 2 and all(isinstance(part, bytes) for part in pair) for pair in pairs):
        yield "A merge is not a pair of bytes: return (left, right), both of type bytes."
        return

    known = {bytes([byte]) for byte in range(256)}
    for rank, (left, right) in enumerate(pairs):
        if left not in known or right not in known:
            yield f"Merge {rank} joins {left!r} and {right!r}, but one of them is neither a byte nor an earlier merge."
            break
        known.add(left + right)

    words = [word.encode("utf-8") for word in re.findall(PATTERN, text)]
    for rank, (left, right) in enumerate(pairs):
        if not any(left + right in word for word in words):
            yield f"Merge {rank}, {left + right!r}, stands in no word of the text: a pair must not cross a border of words."
            break

    if [tuple(pair) for pair in solve(text, PATTERN, 10)] != pairs[:10]:
        yield "The first 10 of 30 merges differ from 10 merges: a later merge must not change an earlier one."
    twice = text + "\n" + text if not text.endswith("\n") else text + text
    if [tuple(pair) for pair in solve(twice.replace("\n", " "), r"\S+", 5)] != [
        tuple(pair) for pair in solve(text.replace("\n", " "), r"\S+", 5)
    ]:
        yield "The text twice in a row gave other merges than the text once: all counts double, so nothing may change."
    if list(solve("", PATTERN, 3)) != [] or list(solve("a b c", r"\S", 3)) != []:
        yield "A text without any pair must give an empty list."


def picture(solve, rng):
    """How many symbols the text has after each merge."""
    text = corpus(rng, 80)
    words = [[bytes([byte]) for byte in word.encode("utf-8")] for word in re.findall(PATTERN, text)]
    lengths = [sum(map(len, words))]
    for left, right in solve(text, PATTERN, 60):
        for word in words:
            i = 0
            while i < len(word) - 1:
                if word[i] == left and word[i + 1] == right:
                    word[i : i + 2] = [left + right]
                i += 1
        lengths.append(sum(map(len, words)))
    return {
        "kind": "lines",
        "title": "The same text becomes shorter with every merge",
        "series": [{"name": "symbols in the text", "values": lengths}],
        "x": "merges",
        "y": "symbols",
    }
