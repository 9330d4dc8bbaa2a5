"""Decoding by taking merged symbols apart, down to bytes."""


def decode(ids, merges):
    """ids: (tokens,); merges: pairs of bytes. Returns (bytes, text)."""
    raw = bytearray()
    for number in ids:
        if number < 256:
            raw.append(int(number))
        else:
            for part in merges[number - 256]:
                for byte in part:
                    raw.append(byte)
    return bytes(raw), bytes(raw).decode("utf-8", "replace")
