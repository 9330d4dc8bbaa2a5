from __future__ import annotations

import re


def encode(text: str, pattern: str, merges: list[tuple[bytes, bytes]]) -> list[int]:
    """Encode a text with byte pair merges (Section 2.2).

    text: any string. pattern: a regular expression; re.findall(pattern, text) gives the words.
    merges: pairs (left, right), in the order in which they were learned.
    Returns the ids: a byte has its value, the symbol of merges[i] has 256 + i.
    """
    # TODO: each word as a list of its UTF-8 bytes
    # TODO: join the pair that was learned first, until no pair is left
    raise NotImplementedError("encode: repeat the merges in the order in which they were learned")
