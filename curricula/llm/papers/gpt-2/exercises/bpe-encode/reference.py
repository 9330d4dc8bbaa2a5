"""Byte-level BPE, encoding (Section 2.2)."""
from __future__ import annotations

import re

Pair = tuple[bytes, bytes]


def to_bytes(word: str) -> list[bytes]:
    """The UTF-8 bytes of a word, each as a symbol of its own."""
    return [bytes([byte]) for byte in word.encode("utf-8")]


def join(symbols: list[bytes], pair: Pair) -> list[bytes]:
    """The symbols with every place of the pair joined, from left to right."""
    joined: list[bytes] = []
    for symbol in symbols:
        # After a join the last symbol is the joined one, which can't be the left side again.
        if joined and (joined[-1], symbol) == pair:
            joined[-1] = joined[-1] + symbol
        else:
            joined.append(symbol)
    return joined


def apply_merges(symbols: list[bytes], ranks: dict[Pair, int]) -> list[bytes]:
    """Joins the pair with the lowest rank until no pair of neighbours has one."""
    while True:
        ranked = [pair for pair in zip(symbols, symbols[1:]) if pair in ranks]
        if not ranked:
            return symbols
        symbols = join(symbols, min(ranked, key=ranks.__getitem__))


def symbol_ids(merges: list[Pair]) -> dict[bytes, int]:
    """The id of each symbol: bytes first, then the merges in their order."""
    ids = {bytes([byte]): byte for byte in range(256)}
    ids.update({left + right: 256 + rank for rank, (left, right) in enumerate(merges)})
    return ids


def encode(text: str, pattern: str, merges: list[Pair]) -> list[int]:
    """Returns the ids of the symbols of the text."""
    ranks = {tuple(pair): rank for rank, pair in enumerate(merges)}
    ids = symbol_ids(merges)
    words = re.findall(pattern, text)
    return [ids[symbol] for word in words for symbol in apply_merges(to_bytes(word), ranks)]
