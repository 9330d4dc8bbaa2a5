"""Fresh inputs and laws for contamination."""
from __future__ import annotations

import numpy as np

LETTERS = list("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def noise(rng, count):
    """Random letters, in which nothing is found by chance."""
    return "".join(rng.choice(LETTERS, size=count))


def spaced(rng, text):
    """The text with spaces and symbols between its characters, which mean nothing here."""
    return "".join(sign + str(rng.choice(["", "", " ", ", ", "-"])) for sign in text)


def cases(rng):
    """Yields (label, arguments): examples, documents, starts (examples, 3), length."""
    for label, length in (("twelve characters", 12), ("fifty, as in the report", 50)):
        texts = [noise(rng, 3 * length) for _ in range(15)]
        third = [text[length : 2 * length] for text in texts]
        fresh = [noise(rng, 3 * length) for _ in range(7)]
        digits = f"{rng.integers(10**6, 10**7)}"
        mixed = noise(rng, length - 10) + digits + "xyz"
        other = mixed.replace(digits, digits[::-1] + "9" if digits == digits[::-1] else digits[::-1])
        short, alone = noise(rng, length // 2), noise(rng, length // 3)
        middle, end = [length, 0, 2 * length], [0, 1, 2 * length]
        rows = [
            # A clean example, one that is there with other blanks, one of which a part is there, and one whose end is there.
            (texts[0], [3, 9, 1], noise(rng, 4 * length)),
            (spaced(rng, texts[1]), [5, 2, 7], "! " + spaced(rng, texts[1])),
            (texts[2], middle, noise(rng, 9) + third[2] + noise(rng, 9)),
            (texts[3], end, texts[3][2 * length :] + noise(rng, 5)),
            # The part is there, but no substring begins where it does.
            (texts[4], [length + 1, 0, 2 * length], noise(rng, 4) + third[4] + noise(rng, 4)),
            # Another case of letters, and other digits.
            (texts[5], middle, texts[5].swapcase()),
            (mixed, [0, 0, 0], other),
            # Short ones, of which one is there.
            (short, [4, 1, 0], noise(rng, 7) + short + noise(rng, 7)),
            (alone, [0, 2, 8], noise(rng, 2 * length)),
            # Across two documents, which follow each other.
            (third[6], [0, 0, 0], third[6][: length // 2]),
            (noise(rng, 2 * length), [1, 2, 3], third[6][length // 2 :]),
            # There with its own blanks, so that raw texts would do.
            (texts[7], [2, 4, 6], noise(rng, 3) + texts[7]),
            # With other symbols, but without spaces.
            ("+".join(texts[8]), [2, 4, 6], "/".join(texts[8])),
            # Only one side has spaces or symbols in it.
            (texts[12], [1, 2, 3], " ".join(texts[12])),
            ("-".join(texts[13]), [1, 2, 3], noise(rng, 4) + texts[13]),
            (" ".join(texts[14]), [1, 2, 3], texts[14] + noise(rng, 4)),
            # The last place, which a start of 2 * length means.
            (texts[9], [2 * length, 2 * length, 2 * length], texts[9][2 * length :]),
            # Near the end of the text, where a shorter piece would be found.
            (texts[10], [3 * length - 2, 3 * length - 3, 3 * length - 4], texts[10][-5:] + noise(rng, 5)),
            (texts[11], [0, 0, 0], noise(rng, 5) + " " + texts[11][:length]),
            # A start beyond the last place begins anew: 2 * length + 5 means 4.
            (fresh[0], [2 * length + 5] * 3, noise(rng, 3) + fresh[0][4 : 4 + length] + noise(rng, 3)),
            # A start beyond the text.
            (fresh[6], [3 * length + 2] * 3, noise(rng, 2 * length)),
            # All but the last character, and all but the first.
            (fresh[1], [2, 2, 2], fresh[1][2 : 1 + length] + noise(rng, 4)),
            (fresh[2], [2, 2, 2], noise(rng, 4) + fresh[2][3 : 2 + length]),
            # An underscore is a symbol, and letters of other alphabets are letters.
            ("_".join(fresh[3]), [1, 2, 3], fresh[3]),
            ("é".join(fresh[4]), [1, 2, 3], fresh[4]),
            ("Ω".join(fresh[5]), [1, 2, 3], "-Ω".join(fresh[5])),
        ]
        yield label, {
            "examples": [example for example, _, _ in rows],
            "documents": [document for _, _, document in rows],
            "starts": np.array([begins for _, begins, _ in rows]),
            "length": length,
        }
    yield "no document", {"examples": [noise(rng, 20)], "documents": [], "starts": np.array([[1, 2, 3]]), "length": 8}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (examples, documents, starts, length) -> (examples,)."""
    examples = [noise(rng, 40), noise(rng, 40)]
    starts = np.array([[0, 10, 20], [5, 15, 29]])
    found = np.asarray(solve(examples, [noise(rng, 10) + examples[0]], starts, 12))
    if found.shape != (2,):
        yield f"The result has shape {found.shape}; one bool for each example, (2,), is right."
        return
    if not bool(found[0]):
        yield "An example that stands in a document as it is was not found."
        return
    if bool(found[1]):
        yield "An example of random letters was found in a document with which it shares nothing."
        return
    apart = np.asarray(solve([" ".join(one) for one in examples], ["-".join(examples[0])], starts, 12))
    if not bool(apart[0]):
        yield "Spaces in the example and hyphens in the document hid a match. Only letters and digits are compared."
        return
    part = np.asarray(solve(examples, [examples[0][10:22]], starts, 12))
    if not bool(part[0]):
        yield "One of the three substrings is in a document, and the example was not found. One is enough."
    brief = np.asarray(solve([examples[0][:7]], [examples[0]], starts[:1], 12))
    if not bool(brief[0]):
        yield "An example that is shorter than a substring and stands in a document was not found. It is looked for as a whole."
        return
    for begin, place in ((28, 28), (29, 0), (33, 4), (65, 7)):
        document, near = examples[0][place : place + 12], examples[0][place : place + 11]
        if not bool(np.asarray(solve(examples[:1], [document], np.array([[begin] * 3]), 12))[0]):
            yield f"An example of 40 characters has 29 places for 12, so the start {begin} means place {place}. A document of these 12 characters was not found."
            return
        if bool(np.asarray(solve(examples[:1], [near], np.array([[begin] * 3]), 12))[0]):
            yield f"With the start {begin} a document that holds 11 of the substring's 12 characters was found. All 12 are looked for."
            return
    if bool(np.asarray(solve(examples[:1], [examples[0][12:24]], np.array([[0, 1, 2]]), 12))[0]):
        yield "A document was found that holds none of the three substrings which `starts` mean, only another part of the example."
        return
    for sign, letter in (("_", False), ("é", True), ("7", True)):
        found = bool(np.asarray(solve([sign.join(examples[0])], [examples[0]], starts[:1], 12))[0])
        if found == letter:
            yield f"{sign!r} is {'a letter or digit, and it is kept' if letter else 'a symbol, and it is removed'}; an example with it between all characters was {'' if found else 'not '}found."
            return
