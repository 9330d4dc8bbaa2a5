"""WordPiece by regular expressions: the pieces sorted by length make one alternation each for start and rest."""
import re


def alternation(pieces):
    """A pattern that matches the longest of the pieces first."""
    ordered = sorted(filter(None, pieces), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered)) or r"(?!)")


def word_pieces(text, vocabulary, unknown="[UNK]", max_characters=100):
    """Returns the pieces and their ids, two lists."""
    first = alternation(vocabulary)
    later = alternation(piece[2:] for piece in vocabulary if piece.startswith("##"))
    out = []
    for word in text.split():
        pieces, place = [], 0
        match = first.match(word) if len(word) <= max_characters else None
        while match:
            pieces.append(("##" if place else "") + match.group())
            place = match.end()
            match = later.match(word, place) if place < len(word) else None
        out.extend(pieces if place == len(word) else [unknown])
    return out, [vocabulary.index(piece) for piece in out]
