"""Byte pair merges on one array of ids; a separator that never merges stands between words."""
import re

import numpy as np

SEPARATOR = -1


def train_bpe(text, pattern, merges):
    """text, pattern: strings. Returns a list of (left, right), bytes."""
    pieces = []
    for word in re.findall(pattern, text):
        pieces += [*word.encode("utf-8"), SEPARATOR]
    ids = np.array(pieces, dtype=np.int64)  # (symbols and separators,)
    symbols = [bytes([byte]) for byte in range(256)]
    learned = []
    while len(learned) < merges and len(ids) > 1:
        left, right = ids[:-1], ids[1:]
        inside = np.flatnonzero((left != SEPARATOR) & (right != SEPARATOR))
        if len(inside) == 0:
            break
        keys = left[inside] * (1 << 32) + right[inside]
        _, first, counts = np.unique(keys, return_index=True, return_counts=True)
        # The highest count, then the earliest place.
        best = np.lexsort((first, -counts))[0]
        place = inside[first[best]]
        a, b = int(ids[place]), int(ids[place + 1])
        learned.append((symbols[a], symbols[b]))
        symbols.append(symbols[a] + symbols[b])
        keep = np.ones(len(ids), dtype=bool)
        hits = np.flatnonzero((left == a) & (right == b))
        ids = ids.copy()
        for i in hits:
            if keep[i]:
                ids[i], keep[i + 1] = len(symbols) - 1, False
        ids = ids[keep]
    return learned
