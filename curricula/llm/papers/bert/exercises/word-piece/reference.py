"""WordPiece encoding, greedy and longest match first (Section 3)."""
from __future__ import annotations


def cut(word: str, known: dict[str, int]) -> list[str] | None:
    """The pieces of one word, or None where the search gets stuck."""
    pieces, start = [], 0
    while start < len(word):
        mark = "##" if start else ""
        for end in range(len(word), start, -1):
            if mark + word[start:end] in known:
                pieces.append(mark + word[start:end])
                start = end
                break
        else:
            return None
    return pieces


def word_pieces(
    text: str, vocabulary: list[str], unknown: str = "[UNK]", max_characters: int = 100
) -> tuple[list[str], list[int]]:
    """text: the words between white space. Returns the pieces and their ids, two lists of one length."""
    known = {piece: at for at, piece in enumerate(vocabulary)}
    pieces: list[str] = []
    for word in text.split():
        found = cut(word, known) if len(word) <= max_characters else None
        pieces.extend(found if found is not None else [unknown])
    return pieces, [known[piece] for piece in pieces]
