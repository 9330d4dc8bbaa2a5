"""Well-known wrong ways to decode ids of a byte-level BPE."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "symbol-by-symbol",
    "raw.decode(\"utf-8\", errors=\"replace\")", "\"\".join(symbols[i].decode(\"utf-8\", errors=\"replace\") for i in ids)",
    "Each symbol is decoded to text by itself. A character of several bytes may be spread over several symbols: join the bytes "
    "first, decode once (Section 2.2).",
)
wrong(
    "byte-as-character",
    "raw.decode(\"utf-8\", errors=\"replace\")", "raw.decode(\"latin-1\")",
    "Each byte became one character. The bytes are UTF-8: a character outside ASCII has two to four of them.",
)
wrong(
    "faults-ignored",
    "errors=\"replace\"", "errors=\"ignore\"",
    "Bytes that are no valid UTF-8 are left out of the text. Each fault becomes U+FFFD, so that the reader sees that something "
    "is missing (`errors=\"replace\"`).",
)
wrong(
    "bytes-from-text",
    "return raw, ", "return raw.decode(\"utf-8\", errors=\"replace\").encode(\"utf-8\"), ",
    "The bytes were made from the text. Where the text has U+FFFD the true bytes are lost; take them from the symbols.",
)
wrong(
    "sides-exchanged",
    "left + right", "right + left",
    "The two sides of a merge are exchanged. The symbol of (left, right) is left + right.",
)
wrong(
    "joined-with-spaces",
    "b\"\".join", "b\" \".join",
    "Spaces stand between the symbols. A space is a byte of the text and already part of a symbol; join with nothing between.",
)
wrong(
    "ends-stripped",
    "return raw, ", "return raw.strip(), ",
    "raw.decode(\"utf-8\", errors=\"replace\")", "raw.decode(\"utf-8\", errors=\"replace\").strip()",
    "White space at the ends is gone. Decoding gives back every byte, spaces and line ends included.",
)
wrong(
    "whole-or-nothing",
    "raw.decode(\"utf-8\", errors=\"replace\")", "(raw.decode(\"utf-8\") if raw.decode(\"utf-8\", errors=\"replace\").encode(\"utf-8\") == raw else raw.decode(\"latin-1\"))",
    "One fault changed the whole text. Replace the faulty bytes alone; what is valid stays as it is.",
)
