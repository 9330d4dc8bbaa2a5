"""Pairs for next sentence prediction with Python lists, the documents other than A's listed first."""
import numpy as np


def next_sentence_pair(documents, document, sentence, cls_id, sep_id, max_length, rng):
    """Returns two lists as arrays of the same length, and whether B follows A."""
    a = [int(token) for token in documents[document][sentence]]
    follows = rng.integers(2) == 1
    if follows:
        b = [int(token) for token in documents[document][sentence + 1]]
    else:
        others = [rows for at, rows in enumerate(documents) if at != document]
        rows = others[rng.integers(len(others))]
        b = [int(token) for token in rows[rng.integers(len(rows))]]
    while len(a) + len(b) > max_length - 3:
        if len(b) >= len(a):
            b.pop()
        else:
            a.pop()
    tokens = [cls_id] + a + [sep_id]
    segments = [0 for _ in tokens] + [1 for _ in b] + [1]
    return np.array(tokens + b + [sep_id]), np.array(segments), bool(follows)
