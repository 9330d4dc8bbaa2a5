"""Encoding on arrays of ids, one place at a time: lowest rank first, then the leftmost place."""
import re

import numpy as np


def encode(text, pattern, merges):
    """text, pattern: strings; merges: pairs of bytes. Returns an array of ids, (tokens,)."""
    known = {bytes([byte]): byte for byte in range(256)}
    table = {}
    for rank, (left, right) in enumerate(merges):
        table[known[left], known[right]] = 256 + rank
        known[left + right] = 256 + rank
    out = [np.empty(0, dtype=np.int64)]
    for word in re.findall(pattern, text):
        ids = np.frombuffer(word.encode("utf-8"), dtype=np.uint8).astype(np.int64)
        while len(ids) > 1:
            made = np.array([table.get(pair, 1 << 40) for pair in zip(ids[:-1].tolist(), ids[1:].tolist())])
            place = int(made.argmin())
            if made[place] == 1 << 40:
                break
            ids = np.concatenate([ids[:place], made[place : place + 1], ids[place + 2 :]])
        out.append(ids)
    return np.concatenate(out)
