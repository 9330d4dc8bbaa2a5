"""Well-known wrong ways to encode with byte pair merges."""
from __future__ import annotations

import re

from reference import apply_merges, encode, join, symbol_ids, to_bytes
from study_lab import mistake


def encode_with(text, pattern, merges, segment, to_symbols=to_bytes):
    """Encodes each word with segment(symbols, ranks). Shapes as in the exercise."""
    ranks = {tuple(pair): rank for rank, pair in enumerate(merges)}
    ids = symbol_ids(merges)
    return [ids[symbol] for word in re.findall(pattern, text) for symbol in segment(to_symbols(word), ranks)]


@mistake(
    "text-order",
    "Pairs are merged in the order in which they stand in the text. The merges have ranks: the pair that was learned first is "
    "merged first, wherever it stands (Section 2.2).",
)
def text_order(text, pattern, merges):
    def segment(symbols, ranks):
        i = 0
        while i < len(symbols) - 1:
            if (symbols[i], symbols[i + 1]) in ranks:
                symbols = symbols[:i] + [symbols[i] + symbols[i + 1]] + symbols[i + 2 :]
                i = 0
            else:
                i += 1
        return symbols

    return encode_with(text, pattern, merges, segment)


@mistake(
    "longest-match",
    "The longest known symbol is taken from the left, as WordPiece does it. BPE repeats the merges in the order in which they "
    "were learned; its result can be another one.",
)
def longest_match(text, pattern, merges):
    ids = symbol_ids(merges)

    def segment(symbols, ranks):
        raw, found, start = b"".join(symbols), [], 0
        while start < len(raw):
            end = next(end for end in range(len(raw), start, -1) if raw[start:end] in ids)
            found.append(raw[start:end])
            start = end
        return found

    return encode_with(text, pattern, merges, segment)


@mistake(
    "across-words",
    "The whole text is merged as one word. The pattern cuts it first, and no merge crosses a border (Section 2.2).",
)
def across_words(text, pattern, merges):
    return encode_with(text, r"(?s).+", merges, apply_merges)


@mistake(
    "latin-1",
    "Characters are turned into one byte each. A character outside ASCII has two to four bytes in UTF-8, and these are the "
    "symbols (Section 2.2).",
)
def latin_1(text, pattern, merges):
    def to_symbols(word):
        return [bytes([byte]) for byte in word.encode("latin-1", errors="replace")]

    return encode_with(text, pattern, merges, apply_merges, to_symbols)


@mistake(
    "last-learned-first",
    "The pair with the highest rank is merged first. Lower is better: a pair that was learned early is merged early.",
)
def last_learned_first(text, pattern, merges):
    return encode_with(text, pattern, merges, lambda s, ranks: apply_merges(s, {p: -r for p, r in ranks.items()}))


@mistake(
    "one-merge",
    "Each word gets one merge. Merge until no pair of neighbours is left in the list.",
)
def one_merge(text, pattern, merges):
    def segment(symbols, ranks):
        ranked = [pair for pair in zip(symbols, symbols[1:]) if pair in ranks]
        return join(symbols, min(ranked, key=ranks.__getitem__)) if ranked else symbols

    return encode_with(text, pattern, merges, segment)


@mistake(
    "rank-as-id",
    "A merged symbol has its rank as id and so collides with a byte. The ids 0 to 255 belong to the bytes; merge i has 256 + i.",
)
def rank_as_id(text, pattern, merges):
    return [i - 256 if i >= 256 else i for i in encode(text, pattern, merges)]


@mistake(
    "spaces-dropped",
    "The words lost their spaces. A space is a byte like any other and belongs to the word after it, so that decoding brings the "
    "text back (Section 2.2).",
)
def spaces_dropped(text, pattern, merges):
    return encode_with(text, pattern, merges, apply_merges, lambda word: to_bytes(word.strip()))


@mistake(
    "from-the-right",
    "Places of a pair are joined from the right. Three equal symbols in a row then become x, xx; from the left they become xx, x.",
)
def from_the_right(text, pattern, merges):
    def segment(symbols, ranks):
        while True:
            ranked = [pair for pair in zip(symbols, symbols[1:]) if pair in ranks]
            if not ranked:
                return symbols
            left, right = min(ranked, key=ranks.__getitem__)
            i = len(symbols) - 1
            while i > 0:
                if (symbols[i - 1], symbols[i]) == (left, right):
                    symbols = symbols[: i - 1] + [left + right] + symbols[i + 1 :]
                    i -= 1
                i -= 1

    return encode_with(text, pattern, merges, segment)
