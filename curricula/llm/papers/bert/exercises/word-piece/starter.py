from __future__ import annotations


def word_pieces(
    text: str, vocabulary: list[str], unknown: str = "[UNK]", max_characters: int = 100
) -> tuple[list[str], list[int]]:
    """Cuts a text into WordPiece tokens, longest match first (Section 3).

    text: words with white space between them. vocabulary: the pieces; the id of a piece is its position.
    unknown: the piece for a word that can't be cut, or that has more than max_characters characters.
    Returns (pieces, ids), a list of strings and a list of whole numbers of the same length.
    """
    # TODO: one word: the longest piece from the left, again and again; "##" from the second piece on
    # TODO: all words, and the ids
    raise NotImplementedError("word_pieces: cut each word, longest match first")
