from __future__ import annotations

import re


def train_bpe(text: str, pattern: str, merges: int) -> list[tuple[bytes, bytes]]:
    """Learn byte pair merges from a text (Section 2.2).

    text: the corpus. pattern: a regular expression; re.findall(pattern, text) gives the words.
    merges: how many pairs to learn at most.
    Returns the pairs (left, right), in the order in which they were learned.
    """
    # TODO: each word as a list of its UTF-8 bytes
    # TODO: count pairs of neighbours inside the words, merge the most frequent one, count again
    raise NotImplementedError("train_bpe: learn the most frequent pairs, one after the other")
