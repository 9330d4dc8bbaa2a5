"""Encoding by going through the list of merges once, first to last, in every word."""
import re


def encode(text, pattern, merges):
    """text, pattern: strings; merges: pairs of bytes. Returns a list of ids."""
    ids = []
    for word in re.findall(pattern, text):
        raw = word.encode("utf-8")
        symbols = [(raw[i : i + 1], raw[i]) for i in range(len(raw))]
        # A merge makes only pairs that were learned later, so one pass is enough.
        for rank, (left, right) in enumerate(merges):
            i = 0
            while i + 1 < len(symbols):
                if symbols[i][0] == left and symbols[i + 1][0] == right:
                    symbols[i : i + 2] = [(left + right, 256 + rank)]
                i += 1
        ids += [number for _, number in symbols]
    return ids
