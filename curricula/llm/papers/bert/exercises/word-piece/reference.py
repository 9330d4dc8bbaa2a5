"""WordPiece encoding, greedy and longest match first (Section 3)."""
from __future__ import annotations


def cut(word: str, known: dict[str, int], unknown: str) -> list[str]:
    """The pieces of one word, or the unknown one where the search gets stuck."""
    pieces, start = [], 0
    while start < len(word):
        mark = "##" if start else ""
        for end in range(len(word), start, -1):
            if mark + word[start:end] in known:
                pieces.append(mark + word[start:end])
                start = end
                break
        else:
            return [unknown]
    return pieces


def word_pieces(
    text: str, vocabulary: list[str], unknown: str = "[UNK]", max_characters: int = 100
) -> tuple[list[str], list[int]]:
    """text: the words between white space. Returns the pieces and their ids, two lists of one length."""
    known = {piece: at for at, piece in enumerate(vocabulary)}
    pieces: list[str] = []
    for word in text.split():
        pieces.extend(cut(word, known, unknown) if len(word) <= max_characters else [unknown])
    return pieces, [known[piece] for piece in pieces]
