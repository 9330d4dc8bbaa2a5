from __future__ import annotations

import numpy as np


def next_sentence_pair(
    documents: list[list[np.ndarray]],
    document: int,
    sentence: int,
    cls_id: int,
    sep_id: int,
    max_length: int,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray, bool]:
    """A pair for next sentence prediction (Section 3.1, Task #2; Figure 2).

    documents: a list of documents, each a list of sentences, each (tokens,). A is documents[document][sentence].
    max_length: the most tokens of the whole pair. rng: the source of all randomness.
    Returns (token_ids, segment_ids, is_next): (length,), (length,) and a bool.
    """
    # TODO: the next sentence or one of another document
    # TODO: shorten the longer one until the pair fits
    # TODO: [CLS] A [SEP] B [SEP] and the segment ids
    raise NotImplementedError("next_sentence_pair: choose B, shorten, and put the pair together")
