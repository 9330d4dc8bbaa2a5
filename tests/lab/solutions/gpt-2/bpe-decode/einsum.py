"""Decoding with one array of all symbols and their offsets, and an incremental UTF-8 decoder."""
import codecs

import numpy as np


def decode(ids, merges):
    """ids: (tokens,); merges: pairs of bytes. Returns (bytes, text)."""
    symbols = [bytes([byte]) for byte in range(256)] + [left + right for left, right in merges]
    ends = np.cumsum([len(symbol) for symbol in symbols])
    starts = ends - [len(symbol) for symbol in symbols]
    store = np.frombuffer(b"".join(symbols), dtype=np.uint8)
    pieces = [store[starts[i] : ends[i]] for i in ids]
    raw = np.concatenate([np.empty(0, dtype=np.uint8), *pieces]).tobytes()
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    text = "".join(decoder.decode(symbols[i]) for i in ids) + decoder.decode(b"", final=True)
    return raw, text
