"""Fresh texts and merges, and laws, for encoding."""
from __future__ import annotations

import re

import numpy as np

PATTERN = r"'(?:s|t|re|ve|m|ll|d)| ?[^\W\d_]+| ?\d+| ?(?:[^\s\w]|_)+|\s+(?!\S)|\s+"

SYLLABLES = ("ba", "na", "lo", "wer", "est", "in", "gé", "übe", "re", "to", "ke", "nn", "日", "本", "ana", "Lo", "To")
MARKS = (".", "!", "?", ",", " 12", "'s", "...", "🙂", "\n")


def corpus(rng, words):
    """A text of so many words, with marks, numbers and characters of two to four bytes."""
    text = ""
    for _ in range(words):
        text += " " + "".join(rng.choice(SYLLABLES, size=rng.integers(1, 5)))
        if rng.random() < 0.3:
            text += str(rng.choice(MARKS))
    return text


def random_merges(rng, text, count, pattern=PATTERN):
    """Merges of pairs that stand in the words of the text, in a random order, so that rank and frequency are unrelated."""
    words = [[bytes([byte]) for byte in word.encode("utf-8")] for word in re.findall(pattern, text)]
    merges = []
    while len(merges) < count:
        places = [(w, i) for w, word in enumerate(words) for i in range(len(word) - 1)]
        if not places:
            break
        w, i = places[rng.integers(len(places))]
        left, right = words[w][i], words[w][i + 1]
        # A symbol has one id, so no second merge may make the same bytes.
        if all(left + right != a + b for a, b in merges):
            merges.append((left, right))
        for word in words:
            j = 0
            while j < len(word) - 1:
                if word[j] == left and word[j + 1] == right:
                    word[j : j + 2] = [left + right]
                j += 1
    return merges


def rivals(rng):
    """Two words on which rank order, text order and the longest match all differ. The letters are drawn."""
    a, b, c, d, x, y, z = (bytes([byte]) for byte in rng.permutation(np.frombuffer(b"abcdefgh", dtype=np.uint8))[:7])
    merges = [(y, z), (x, y), (x + y, z), (c, d), (b, c + d), (a, b + c + d), (a, b)]
    return {"text": (a + b + c + d + b" " + x + y + z).decode(), "pattern": PATTERN, "merges": merges}


def marked(rng):
    """A word before a mark, a number and nothing. Merges over both borders come first; they must not be used."""
    a, b = (bytes([byte]) for byte in rng.permutation(np.frombuffer(b"abcdefgh", dtype=np.uint8))[:2])
    merges = [(b, b"!"), (b, b"7"), (a, b), (b" ", a + b)]
    word = (a + b).decode()
    return {"text": f"{word}! {word}7 {word}", "pattern": PATTERN, "merges": merges}


def cases(rng):
    """Yields (label, arguments): text, pattern, merges (pairs of bytes)."""
    seen, unseen = corpus(rng, 60), corpus(rng, 40)
    yield "a text that the merges know", {"text": seen, "pattern": PATTERN, "merges": random_merges(rng, seen, 40)}
    yield "another text", {"text": unseen, "pattern": PATTERN, "merges": random_merges(rng, seen, 60)}
    crossing = random_merges(rng, seen, 50, r"(?s).+")
    yield "merges that could cross words", {"text": seen, "pattern": PATTERN, "merges": crossing}
    rows = [(b"a", b"a"), (b"aa", b"a"), (b"b", b"aa")]
    yield "repeated symbols", {"text": "aaa aaaaa baaa aaaaaaa", "pattern": PATTERN, "merges": rows}
    yield "ranks against the order of the text", rivals(rng)
    yield "marks and numbers behind words", marked(rng)
    yield "no merges", {"text": unseen, "pattern": PATTERN, "merges": []}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (text, pattern, merges) -> list of ids."""
    text = corpus(rng, 30)
    merges = random_merges(rng, text, 40)
    ids = [int(i) for i in solve(text, PATTERN, merges)]
    symbols = [bytes([byte]) for byte in range(256)] + [left + right for left, right in merges]
    if not all(0 <= i < len(symbols) for i in ids):
        yield f"An id lies outside of 0 to {len(symbols) - 1}: there are 256 bytes and {len(merges)} merges."
        return
    if b"".join(symbols[i] for i in ids) != text.encode("utf-8"):
        yield "The symbols put together again are not the bytes of the text: encoding must lose nothing."

    if [int(i) for i in solve("é日🙂", PATTERN, [])] != list("é日🙂".encode()):
        yield "Without merges the ids must be the UTF-8 bytes of the text."
    spaced = "a  b \n\n  c\t d   "
    if b"".join(symbols[int(i)] for i in solve(spaced, PATTERN, merges)) != spaced.encode():
        yield "Runs of white space did not come back from the symbols: blanks, tabs and line ends are bytes like any other."
    if list(solve("", PATTERN, merges)) != []:
        yield "An empty text must give no ids."

    parts = re.findall(PATTERN, text)
    apart = [int(i) for word in parts for i in solve(word, r"(?s).+", merges)]
    if apart != ids:
        yield "Words encoded one by one gave other ids than the text: no merge may cross a border of words."
    if len([int(i) for i in solve(text, PATTERN, merges[:10])]) < len(ids):
        yield "Fewer merges gave fewer ids: every merge can only make the result shorter."
