"""Byte-level BPE, decoding (Section 2.2)."""
from __future__ import annotations

import numpy as np


def symbol_table(merges: list[tuple[bytes, bytes]]) -> list[bytes]:
    """The bytes of each id: 256 single bytes, then the merges in their order."""
    return [bytes([byte]) for byte in range(256)] + [left + right for left, right in merges]


def decode(ids: np.ndarray, merges: list[tuple[bytes, bytes]]) -> tuple[bytes, str]:
    """ids: (tokens,). Returns the exact bytes and their text."""
    symbols = symbol_table(merges)
    # A character may be spread over several symbols, so text exists only after all bytes are together.
    raw = b"".join(symbols[i] for i in ids)
    return raw, raw.decode("utf-8", errors="replace")
