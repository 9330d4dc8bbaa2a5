"""Byte-level BPE, learning the merges (Section 2.2)."""
from __future__ import annotations

import re
from collections import Counter

Symbols = tuple[bytes, ...]


def split(text: str, pattern: str) -> list[Symbols]:
    """The words of the text in their order, each as single bytes."""
    return [tuple(bytes([byte]) for byte in word.encode("utf-8")) for word in re.findall(pattern, text)]


def count_pairs(words: dict[Symbols, int]) -> Counter:
    """words: symbols of each distinct word and how often it occurs. Returns how often each pair of neighbours occurs."""
    counts: Counter = Counter()
    for symbols, frequency in words.items():
        for pair in zip(symbols, symbols[1:]):
            counts[pair] += frequency
    return counts


def merge(symbols: Symbols, pair: tuple[bytes, bytes]) -> Symbols:
    """The symbols with every place of the pair joined, from left to right."""
    joined: list[bytes] = []
    i = 0
    while i < len(symbols):
        if symbols[i : i + 2] == pair:
            joined.append(pair[0] + pair[1])
            i += 2
        else:
            joined.append(symbols[i])
            i += 1
    return tuple(joined)


def train_bpe(text: str, pattern: str, merges: int) -> list[tuple[bytes, bytes]]:
    """Returns at most `merges` pairs (left, right) in the order in which they were learned."""
    # Distinct words in the order of their first place, so that max() finds the earliest pair among equals.
    words: dict[Symbols, int] = Counter(split(text, pattern))
    learned: list[tuple[bytes, bytes]] = []
    while len(learned) < merges:
        counts = count_pairs(words)
        if not counts:
            break
        best = max(counts, key=counts.__getitem__)
        learned.append(best)
        # Two different words never become the same symbols, so no counts are lost here.
        words = {merge(symbols, best): frequency for symbols, frequency in words.items()}
    return learned
