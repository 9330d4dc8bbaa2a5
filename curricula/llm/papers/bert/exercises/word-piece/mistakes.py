"""Well-known wrong WordPiece encoders."""
from __future__ import annotations

from study_lab import mistake, wrong


def encode(text, vocabulary, unknown, max_characters, cutter):
    """An encoder with another way to cut a word. cutter: (word, known) -> list of pieces or None."""
    known = {piece: at for at, piece in enumerate(vocabulary)}
    pieces = []
    for word in text.split():
        found = cutter(word, known) if len(word) <= max_characters else None
        pieces.extend([unknown] if found is None else found)
    return pieces, [known[piece] for piece in pieces]


wrong(
    "shortest-first",
    "range(len(word), start, -1)", "range(start + 1, len(word) + 1)",
    "The shortest piece that matches is taken. WordPiece takes the longest; begin with the whole rest of the word and shorten it.",
)
wrong(
    "no-mark",
    "\"##\" if start else \"\"", "\"\"",
    "Pieces inside a word are looked up without \"##\". The mark tells them from pieces that begin a word, and they have ids of their "
    "own.",
)
wrong(
    "only-rest-unknown",
    "return [unknown]", "return [*pieces, unknown]",
    "The pieces found before the search got stuck are kept, and only the rest becomes unknown. The whole word becomes one unknown "
    "piece.",
)
wrong(
    "unknown-characters",
    "return [unknown]", "pieces.append(unknown)\n            start += 1",
    "A character at which nothing matches becomes unknown by itself, and the search goes on behind it. The whole word becomes one "
    "unknown piece.",
)
wrong(
    "unknown-dropped",
    "return [unknown]", "return []",
    "else [unknown]", "else []",
    "Words that can't be cut disappear. Each of them leaves one unknown piece, so that positions stay filled.",
)


@mistake(
    "fewest-pieces",
    "The word is cut into the fewest pieces possible, looking ahead. WordPiece is greedy: it takes the longest match and never comes "
    "back, even where it then gets stuck.",
)
def fewest_pieces(text, vocabulary, unknown="[UNK]", max_characters=100):
    def cutter(word, known):
        best = {0: []}
        for end in range(1, len(word) + 1):
            for start in range(end):
                piece = ("##" if start else "") + word[start:end]
                if start in best and piece in known and len(best[start]) + 1 < len(best.get(end, word)) + (end not in best):
                    best[end] = [*best[start], piece]
        return best.get(len(word))

    return encode(text, vocabulary, unknown, max_characters, cutter)


@mistake(
    "backtracking",
    "Where the search gets stuck it goes back and tries a shorter piece. WordPiece never comes back: the whole word becomes one "
    "unknown piece.",
)
def backtracking(text, vocabulary, unknown="[UNK]", max_characters=100):
    def cutter(word, known):
        # rests[start]: the pieces of word[start:], the longest first one that leads to its end; None where none does.
        rests = {len(word): []}
        for start in range(len(word) - 1, -1, -1):
            mark = "##" if start else ""
            ends = [end for end in range(len(word), start, -1) if mark + word[start:end] in known and rests[end] is not None]
            rests[start] = [mark + word[start : ends[0]], *rests[ends[0]]] if ends else None
        return rests[0]

    return encode(text, vocabulary, unknown, max_characters, cutter)


@mistake(
    "from-the-end",
    "The longest piece is cut off at the end of the word. The search runs from left to right: the longest beginning comes first.",
)
def from_the_end(text, vocabulary, unknown="[UNK]", max_characters=100):
    def cutter(word, known):
        pieces, end = [], len(word)
        while end:
            starts = [start for start in range(end) if ("##" if start else "") + word[start:end] in known]
            if not starts:
                return None
            pieces.insert(0, ("##" if starts[0] else "") + word[starts[0] : end])
            end = starts[0]
        return pieces

    return encode(text, vocabulary, unknown, max_characters, cutter)


wrong(
    "no-limit",
    "cut(word, known, unknown) if len(word) <= max_characters else [unknown]", "cut(word, known, unknown)",
    "Words of more than `max_characters` characters are cut too. They become the unknown piece at once.",
)
wrong(
    "limit-too-low",
    "len(word) <= max_characters", "len(word) < max_characters",
    "A word of exactly `max_characters` characters became unknown. Only longer ones do.",
)
wrong(
    "lower-cased",
    "text.split()", "text.lower().split()",
    "The text is lower-cased first. Here it is cut as it is; lower-casing belongs to the uncased models and comes before.",
)
wrong(
    "character-skipped",
    "            return [unknown]\n    return pieces", "            start += 1\n    return pieces",
    "A character for which there is no piece is skipped. A word that can't be cut to its end is one unknown piece.",
)
