"""Whether test examples share a substring with a training document (Appendix C)."""
from __future__ import annotations

import numpy as np


def processed(text: str) -> str:
    """A text's letters and digits."""
    return "".join(sign for sign in text if sign.isalnum())


def contaminated(examples: list[str], documents: list[str], starts: np.ndarray, length: int) -> np.ndarray:
    """starts: (examples, 3). Returns (examples,) bools."""
    known = [processed(document) for document in documents]
    found = []
    for example, begins in zip(examples, starts):
        text = processed(example)
        places = max(len(text) - length + 1, 1)
        pieces = [text[begin % places :][:length] for begin in begins]
        hits = [any(piece in document for document in known) for piece in pieces]
        found.append(any(hits))
    return np.array(found, dtype=bool)
