"""Well-known wrong ways to decode ids of a byte-level BPE."""
from __future__ import annotations

from reference import decode, symbol_table
from study_lab import mistake


@mistake(
    "symbol-by-symbol",
    "Each symbol is decoded to text by itself. A character of several bytes may be spread over several symbols: join the bytes "
    "first, decode once (Section 2.2).",
)
def symbol_by_symbol(ids, merges):
    symbols = symbol_table(merges)
    raw, _ = decode(ids, merges)
    return raw, "".join(symbols[i].decode("utf-8", errors="replace") for i in ids)


@mistake(
    "byte-as-character",
    "Each byte became one character. The bytes are UTF-8: a character outside ASCII has two to four of them.",
)
def byte_as_character(ids, merges):
    raw, _ = decode(ids, merges)
    return raw, raw.decode("latin-1")


@mistake(
    "faults-ignored",
    "Bytes that are no valid UTF-8 are left out of the text. Each fault becomes U+FFFD, so that the reader sees that something "
    "is missing (`errors=\"replace\"`).",
)
def faults_ignored(ids, merges):
    raw, _ = decode(ids, merges)
    return raw, raw.decode("utf-8", errors="ignore")


@mistake(
    "bytes-from-text",
    "The bytes were made from the text. Where the text has U+FFFD the true bytes are lost; take them from the symbols.",
)
def bytes_from_text(ids, merges):
    _, text = decode(ids, merges)
    return text.encode("utf-8"), text


@mistake(
    "sides-exchanged",
    "The two sides of a merge are exchanged. The symbol of (left, right) is left + right.",
)
def sides_exchanged(ids, merges):
    return decode(ids, [(right, left) for left, right in merges])


@mistake(
    "joined-with-spaces",
    "Spaces stand between the symbols. A space is a byte of the text and already part of a symbol; join with nothing between.",
)
def joined_with_spaces(ids, merges):
    symbols = symbol_table(merges)
    raw = b" ".join(symbols[i] for i in ids)
    return raw, raw.decode("utf-8", errors="replace")


@mistake(
    "ends-stripped",
    "White space at the ends is gone. Decoding gives back every byte, spaces and line ends included.",
)
def ends_stripped(ids, merges):
    raw, text = decode(ids, merges)
    return raw.strip(), text.strip()


@mistake(
    "whole-or-nothing",
    "One fault changed the whole text. Replace the faulty bytes alone; what is valid stays as it is.",
)
def whole_or_nothing(ids, merges):
    raw, text = decode(ids, merges)
    return (raw, text) if text.encode("utf-8") == raw else (raw, raw.decode("latin-1"))
