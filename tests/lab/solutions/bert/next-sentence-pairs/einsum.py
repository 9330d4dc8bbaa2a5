"""Pairs for next sentence prediction; the lengths after shortening come from a formula, the segments from a running sum."""
import numpy as np


def lengths(a, b, room):
    """How many tokens of sentences of a and b tokens stay."""
    if a + b <= room:
        return a, b
    # The longer one gives way until both are equal; from then on they share, with the odd token left to A.
    if b <= room // 2:
        return room - b, b
    if a <= (room + 1) // 2:
        return a, room - a
    return (room + 1) // 2, room // 2


def next_sentence_pair(documents, document, sentence, cls_id, sep_id, max_length, rng):
    """Returns token_ids (length,), segment_ids (length,) and is_next."""
    is_next = rng.random() >= 0.5
    a = documents[document][sentence]
    if is_next:
        b = documents[document][sentence + 1]
    else:
        rows = documents[(document + rng.integers(1, len(documents))) % len(documents)]
        b = rows[rng.integers(len(rows))]
    of_a, of_b = lengths(len(a), len(b), max_length - 3)
    token_ids = np.full(of_a + of_b + 3, sep_id)
    token_ids[0] = cls_id
    token_ids[1 : of_a + 1] = a[:of_a]
    token_ids[of_a + 2 : -1] = b[:of_b]
    separators = (token_ids == sep_id).astype(np.int64)
    return token_ids, np.minimum(np.cumsum(separators) - separators, 1), is_next
