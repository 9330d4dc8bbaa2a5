"""Building pairs for next sentence prediction (Section 3.1, Task #2; Figure 2; Appendix A.2)."""
from __future__ import annotations

import numpy as np


def shortened(a: np.ndarray, b: np.ndarray, room: int) -> tuple[np.ndarray, np.ndarray]:
    """a, b: (tokens,). Returns both without as many tokens at their ends as are too many for the room."""
    while len(a) + len(b) > room:
        if len(a) > len(b):
            a = a[:-1]
        else:
            b = b[:-1]
    return a, b


def other_sentence(documents: list, document: int, rng: np.random.Generator) -> np.ndarray:
    """A random sentence (tokens,) of a random other document."""
    # One of the others: a number below count - 1, which skips the document itself.
    other = int(rng.integers(len(documents) - 1))
    other += other >= document
    return documents[other][int(rng.integers(len(documents[other])))]


def join(a: np.ndarray, b: np.ndarray, cls_id: int, sep_id: int) -> tuple[np.ndarray, np.ndarray]:
    """a, b: (tokens,). Returns token ids and segment ids of [CLS] a [SEP] b [SEP], both (length,)."""
    token_ids = np.concatenate([[cls_id], a, [sep_id], b, [sep_id]]).astype(np.int64)
    segment_ids = np.zeros(len(token_ids), dtype=np.int64)
    segment_ids[len(a) + 2 :] = 1
    return token_ids, segment_ids


def next_sentence_pair(
    documents: list[list[np.ndarray]],
    document: int,
    sentence: int,
    cls_id: int,
    sep_id: int,
    max_length: int,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray, bool]:
    """documents: lists of sentences (tokens,). Returns token_ids (length,), segment_ids (length,) and is_next."""
    is_next = bool(rng.random() < 0.5)
    a = documents[document][sentence]
    b = documents[document][sentence + 1] if is_next else other_sentence(documents, document, rng)
    token_ids, segment_ids = join(*shortened(a, b, max_length - 3), cls_id, sep_id)
    return token_ids, segment_ids, is_next
