from __future__ import annotations

import numpy as np


def decode(ids: np.ndarray, merges: list[tuple[bytes, bytes]]) -> tuple[bytes, str]:
    """Decode ids of a byte-level BPE (Section 2.2).

    ids: (tokens,), integers. A value under 256 is a byte, 256 + i is the symbol of merges[i].
    merges: pairs (left, right), in the order in which they were learned.
    Returns (raw, text): the exact bytes, and the text with U+FFFD where they are no valid UTF-8.
    """
    # TODO: the bytes of each symbol
    # TODO: the bytes of all ids, then the text
    raise NotImplementedError("decode: from ids to bytes, from bytes to text")
