"""Fresh vocabularies and texts, and laws for the WordPiece encoder."""
from __future__ import annotations

import string

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]


def shuffled(rng, items):
    """The items in a random order, as a list."""
    return [items[i] for i in rng.permutation(len(items))]


def telling(rng):
    """A vocabulary and words that part the known mistakes, in fresh letters; returns (vocabulary, words)."""
    a, b, c, d, e, f, g, h, i, j, k, l, m, n = (string.ascii_lowercase[at] for at in rng.permutation(26)[:14])
    vocabulary = [
        # After the longest match a+b the search is stuck at c, though a, ##b+c would do.
        a, a + b, f"##{b}{c}", f"##{a}{b}",
        # From the left d+e, ##f; from the right ##e+f, d.
        d, d + e, f"##{e}", f"##{f}", f"##{e}{f}",
        # From the left h+i, ##j; from the right the search ends at h, which is no piece.
        h + i, f"##{j}", f"##{i}{j}",
        # Greedy k+l, ##m, ##n; the fewest are k, ##l+m+n.
        k, k + l, f"##{m}", f"##{n}", f"##{l}{m}{n}",
        # Pieces that exist with and without the mark, and with a capital.
        f, e + f, g, f"##{g}", d.upper(), f"##{d}",
    ]
    words = [
        a + b + c, a + b + c + a + b, d + e + f, d + e + g, g + g + g, d.upper() + e, h + i + j, k + l + m + n, d + f + c, c,
        # Four and five characters, for a limit of four.
        g + g + g + g, d + e + f + g + g,
    ]
    return SPECIAL + shuffled(rng, vocabulary), words


def invented(rng, pieces):
    """A vocabulary of random pieces over five letters, and words of which many can be cut; returns (vocabulary, words)."""
    letters = [string.ascii_lowercase[i] for i in rng.permutation(26)[:5]]

    def scrap(low, high):
        return "".join(letters[i] for i in rng.integers(0, 5, size=rng.integers(low, high)))

    starts = sorted({scrap(1, 4) for _ in range(pieces)})
    inner = sorted({scrap(1, 4) for _ in range(pieces)})
    vocabulary = SPECIAL + shuffled(rng, starts + ["##" + piece for piece in inner])
    words = [scrap(1, 8) for _ in range(10)]
    for _ in range(10):
        words.append("".join([starts[rng.integers(len(starts))]] + [inner[i] for i in rng.integers(0, len(inner), size=2)]))
    return vocabulary, words


def beyond_ascii(rng):
    """Words of letters that are no ASCII: whole, in pieces, one that can't be cut and one that is too long; their own unknown mark."""
    a, b, c, d = ("äöüßéñçåøλжя日本語한"[at] for at in rng.permutation(16)[:4])
    vocabulary = SPECIAL + shuffled(rng, [a, a + b, f"##{b}", f"##{c}{d}", f"{c}{d}", "?"])
    words = shuffled(rng, [a + b, a + b + c + d, a + c + d, c + d, b, a * 5, f"{c}{d}{a}"])
    return {"text": " ".join(words), "vocabulary": vocabulary, "unknown": "?", "max_characters": 4}


def cases(rng):
    """Yields (label, arguments): text, vocabulary, unknown, max_characters."""
    vocabulary, words = telling(rng)
    for word in words[:3]:
        yield f"the word {word!r}", {"text": word, "vocabulary": vocabulary}
    yield "several words", {"text": " ".join(shuffled(rng, words)), "vocabulary": vocabulary}
    yield "words of at most four characters", {
        "text": " ".join(shuffled(rng, words)), "vocabulary": vocabulary, "unknown": "[UNK]", "max_characters": 4,
    }
    yield "letters beyond ASCII, another mark for unknown words", beyond_ascii(rng)
    vocabulary, words = invented(rng, 25)
    yield "an invented language", {"text": " ".join(words), "vocabulary": vocabulary}
    vocabulary, words = invented(rng, 60)
    yield "another mark for unknown words", {
        "text": "\n".join(words), "vocabulary": [*vocabulary, "<unk>"], "unknown": "<unk>", "max_characters": 6,
    }


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (text, vocabulary, unknown, max_characters) -> (pieces, ids)."""
    vocabulary, words = invented(rng, 40)
    result = solve(" ".join(words), vocabulary)
    if len(result) != 2:
        yield f"{len(result)} values came back; two are wanted: (pieces, ids)."
        return
    pieces, ids = (list(part) for part in result)
    if len(pieces) != len(ids):
        yield f"There are {len(pieces)} pieces and {len(ids)} ids; each piece has one id."
        return
    for piece, at in zip(pieces, ids):
        if not 0 <= int(at) < len(vocabulary) or vocabulary[int(at)] != piece:
            yield f"The id of {piece!r} is {int(at)}, where the vocabulary has something else."
            break

    for word in words:
        own = list(solve(word, vocabulary)[0])
        if own != ["[UNK]"] and "".join(piece[2:] if at else piece for at, piece in enumerate(own)) != word:
            yield f"The pieces of {word!r} do not spell it: {own}."
            break

    alone = [piece for word in words for piece in solve(word, vocabulary)[0]]
    if alone != pieces:
        yield "A text gave other pieces than its words one by one: words must not act on each other."
    if list(solve(" ".join([*words, *words]), vocabulary)[0]) != 2 * pieces:
        yield "A text with all its words twice did not give all its pieces twice."
    accented = [list(solve("éééé", [*SPECIAL, "é", "##é"], "[UNK]", limit)[0]) for limit in (6, 100)]
    if accented[0] != accented[1]:
        yield "Four accented letters are four characters, which a limit of six allows: count characters, not bytes."
    if list(solve(" \t" + "  \n ".join(words) + "\n", vocabulary)[0]) != pieces:
        yield "Tabs, line breaks or several blanks between the words changed the pieces."
    if [list(part) for part in solve("  ", vocabulary)] != [[], []]:
        yield "A text without words must give two empty lists."
    if list(solve("[MASK] [CLS]", vocabulary)[0]) != ["[MASK]", "[CLS]"]:
        yield "A word that is in the vocabulary as a whole must stay whole, also \"[MASK]\"."
