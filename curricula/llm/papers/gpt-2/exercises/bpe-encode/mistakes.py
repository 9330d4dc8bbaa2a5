"""Well-known wrong ways to encode with byte pair merges."""
from __future__ import annotations

import re

from reference import symbol_ids
from study_lab import mistake, wrong

wrong(
    "text-order",
    "symbols = join(symbols, min(ranked, key=ranks.__getitem__))", "at = next(i for i, pair in enumerate(zip(symbols, symbols[1:])) if pair in ranks)\n        symbols = symbols[:at] + [symbols[at] + symbols[at + 1]] + symbols[at + 2 :]",
    "Pairs are merged in the order in which they stand in the text. The merges have ranks: the pair that was learned first is "
    "merged first, wherever it stands (Section 2.2).",
)
wrong(
    "across-words",
    "re.findall(pattern, text)", "re.findall(\"(?s).+\", text)",
    "The whole text is merged as one word. The pattern cuts it first, and no merge crosses a border (Section 2.2).",
)
wrong(
    "latin-1",
    "word.encode(\"utf-8\")", "word.encode(\"latin-1\", errors=\"replace\")",
    "Characters are turned into one byte each. A character outside ASCII has two to four bytes in UTF-8, and these are the "
    "symbols (Section 2.2).",
)
wrong(
    "last-learned-first",
    "min(ranked", "max(ranked",
    "The pair with the highest rank is merged first. Lower is better: a pair that was learned early is merged early.",
)
wrong(
    "one-merge",
    "symbols = join(", "return join(",
    "Each word gets one merge. Merge until no pair of neighbours is left in the list.",
)
wrong(
    "rank-as-id",
    "left + right: 256 + rank", "left + right: rank",
    "A merged symbol has its rank as id and so collides with a byte. The ids 0 to 255 belong to the bytes; merge i has 256 + i.",
)
wrong(
    "spaces-dropped",
    "to_bytes(word),", "to_bytes(word.strip()),",
    "The words lost their spaces. A space is a byte like any other and belongs to the word after it, so that decoding brings the "
    "text back (Section 2.2).",
)
wrong(
    "from-the-right",
    "in symbols:\n", "in symbols[::-1]:\n",
    "(joined[-1], symbol) == pair", "(symbol, joined[-1]) == pair",
    "joined[-1] + symbol", "symbol + joined[-1]",
    "return joined", "return joined[::-1]",
    "Places of a pair are joined from the right. Three equal symbols in a row then become x, xx; from the left they become xx, x.",
)


@mistake(
    "longest-match",
    "The longest known symbol is taken from the left, as WordPiece does it. BPE repeats the merges in the order in which they "
    "were learned; its result can be another one.",
)
def longest_match(text, pattern, merges):
    ids, found = symbol_ids(merges), []
    for word in re.findall(pattern, text):
        raw = word.encode("utf-8")
        while raw:
            end = next(end for end in range(len(raw), 0, -1) if raw[:end] in ids)
            found.append(ids[raw[:end]])
            raw = raw[end:]
    return found
