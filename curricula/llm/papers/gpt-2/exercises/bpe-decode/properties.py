"""Fresh ids and merges, and laws, for decoding."""
from __future__ import annotations

import numpy as np

LETTERS = ("a", "n", "t", "é", "ü", "日", "本", "🙂", "x", ".", " ")


def ids_of(raw):
    """raw: bytes. Returns the ids without any merge, (bytes,)."""
    return np.frombuffer(raw, dtype=np.uint8).astype(np.int64)


def random_merges(rng, count):
    """Merges over random texts; some symbols hold a part of a character only."""
    merges, made = [], set()
    while len(merges) < count:
        raw = "".join(rng.choice(LETTERS, size=12)).encode("utf-8")
        known = [bytes([byte]) for byte in raw] + [a + b for a, b in merges]
        left, right = (known[rng.integers(len(known))] for _ in range(2))
        if left != right and left + right not in made and len(left + right) < 12:
            merges.append((left, right))
            made.add(left + right)
    return merges


def symbols_of(merges):
    return [bytes([byte]) for byte in range(256)] + [left + right for left, right in merges]


def split_valid(rng, text, merges):
    """The bytes of a text as ids, here and there with a random merge that fits."""
    raw, ids, start = text.encode("utf-8"), [], 0
    symbols = symbols_of(merges)
    while start < len(raw):
        fits = [i for i, symbol in enumerate(symbols) if raw.startswith(symbol, start)]
        ids.append(int(rng.choice(fits)))
        start += len(symbols[ids[-1]])
    return np.array(ids, dtype=np.int64)


def cases(rng):
    """Yields (label, arguments): ids (tokens,), merges (pairs of bytes)."""
    merges = random_merges(rng, 40)
    text = "  " + "".join(rng.choice(LETTERS, size=60)) + "\n"
    yield "a text of one to four bytes a character", {"ids": split_valid(rng, text, merges), "merges": merges}
    yield "any bytes", {"ids": rng.integers(0, 256, size=50), "merges": []}
    yield "any ids", {"ids": rng.integers(0, 256 + len(merges), size=60), "merges": merges}
    cut = ids_of(("ab" + "日本🙂" * 2).encode("utf-8")[:-1])
    yield "cut in the middle of a character", {"ids": cut, "merges": merges}
    nested = [(b"a", b"b"), (b"ab", b"c"), (b"b", b"abc")]
    yield "merges of merges", {"ids": np.array([257, 32, 256, 258, 98]), "merges": nested}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (ids, merges) -> (bytes, text)."""
    merges = random_merges(rng, 20)
    result = solve(np.array([104, 105]), merges)
    if len(result) != 2 or not isinstance(result[0], bytes) or not isinstance(result[1], str):
        yield "Return a pair of bytes and text: (raw, text)."
        return

    for _ in range(5):
        raw = rng.bytes(30)
        if solve(ids_of(raw), merges)[0] != raw:
            yield f"The bytes {raw[:6]!r} and so on did not come back: the first result must be exact for any bytes."
            break
    text = "".join(rng.choice(LETTERS, size=40))
    for what, ids in (("bytes", ids_of(text.encode("utf-8"))), ("merges", split_valid(rng, text, merges))):
        if solve(ids, merges)[1] != text:
            yield f"A valid text, encoded as {what}, did not come back as the same text."

    first, second = rng.integers(0, 276, size=15), rng.integers(0, 276, size=15)
    both = solve(np.concatenate([first, second]), merges)[0]
    if both != solve(first, merges)[0] + solve(second, merges)[0]:
        yield "The bytes of two lists in a row are not the bytes of the first and then of the second."
    if tuple(solve(np.array([], dtype=np.int64), merges)) != (b"", ""):
        yield "No ids must give no bytes and no text."
