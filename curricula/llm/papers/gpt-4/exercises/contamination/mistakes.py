"""Well-known wrong searches for contamination."""
from __future__ import annotations

import numpy as np
from study_lab import mistake, wrong

wrong(
    "raw-text",
    "\"\".join(sign for sign in text if sign.isalnum())", "text",
    "The texts are compared as they are. Spaces and symbols are removed first (Appendix C).",
)
wrong(
    "documents-raw",
    "known = [processed(document) for document in documents]", "known = list(documents)",
    "Only the examples are processed. The training data are processed in the same way.",
)
wrong(
    "examples-raw",
    "text = processed(example)", "text = example",
    "Only the documents are processed. The examples are processed in the same way.",
)
wrong(
    "only-spaces",
    "if sign.isalnum()", "if not sign.isspace()",
    "Only spaces are removed. Symbols go as well: letters and digits are kept.",
)
wrong(
    "no-digits",
    "if sign.isalnum()", "if sign.isalpha()",
    "The digits are removed. Letters and digits are kept.",
)
wrong(
    "lower-case",
    "if sign.isalnum())", "if sign.isalnum()).lower()",
    "Capital and small letters are taken as the same. In this exercise the case is kept.",
)
wrong(
    "all-three",
    "found.append(any(hits))", "found.append(all(hits))",
    "All three substrings must be found. One is enough.",
)
wrong(
    "first-only",
    "for begin in begins]", "for begin in begins[:1]]",
    "Only the first substring is looked for. There are three, and one match is enough.",
)
wrong(
    "whole-example",
    "text[begin % places :][:length]", "text",
    "The whole example is looked for. A substring of it is enough, since a document may hold only a part.",
)
wrong(
    "always-the-beginning",
    "text[begin % places :][:length]", "text[:length]",
    "All three substrings are the beginning of the example. They begin at `starts`.",
)
wrong(
    "short-left-out",
    "pieces = [text[begin % places :][:length] for begin in begins]", "pieces = [text[begin % places :][:length] for begin in begins if len(text) >= length]",
    "Examples that are shorter than a substring are never found. They are looked for as a whole.",
)
wrong(
    "last-place-missing",
    "max(len(text) - length + 1, 1)", "max(len(text) - length, 1)",
    "The last possible place is missing: a text of n characters has n - length + 1 of them.",
)
wrong(
    "places-of-the-text",
    "max(len(text) - length + 1, 1)", "max(len(text), 1)",
    "The starts are taken modulo the example's length, so that pieces near the end are short and found by chance. There are n - length + 1 places.",
)
wrong(
    "joined-documents",
    "known = [processed(document) for document in documents]", "known = [processed(\"\".join(documents))]",
    "The documents are joined, so that a substring may lie across two of them. Each document is searched by itself.",
)
wrong(
    "turned-round",
    "any(piece in document for document in known)", "any(document in piece for document in known)",
    "A document is looked for in the substring. It is the substring that must be in the document.",
)
wrong(
    "every-document",
    "any(piece in document for document in known)", "all(piece in document for document in known)",
    "A substring must be in all documents. One is enough.",
)


@mistake("words", "Shared runs of words are looked for, as in GPT-3's report. GPT-4's report compares substrings of characters without spaces.")
def words(examples, documents, starts, length):
    def runs(text, many=4):
        parts = text.split()
        return {tuple(parts[at : at + many]) for at in range(max(len(parts) - many + 1, 1))}

    return np.array([any(runs(example) & runs(document) for document in documents) for example in examples], dtype=bool)
wrong(
    "not-wrapped",
    "text[begin % places :]", "text[min(begin, len(text)) :]",
    "The starts are taken as they are, so that a piece may be short or empty. They are taken modulo n - length + 1.",
)
wrong(
    "cut-at-the-last-place",
    "begin % places", "min(begin, places - 1)",
    "A start beyond the last place means the last place. It is taken modulo n - length + 1.",
)
wrong(
    "one-short",
    "[:length] for", "[: length - 1] for",
    "The substrings are one character too short.",
)
wrong(
    "all-substrings",
    "for begin in begins]", "for begin in range(places)]",
    "All substrings of the example are looked for. The report takes three random ones (Appendix C).",
)
wrong(
    "ascii-only",
    "if sign.isalnum()", "if sign.isascii() and sign.isalnum()",
    "Letters outside ASCII are removed. What str.isalnum calls a letter or digit is kept.",
)
wrong(
    "underscore-kept",
    "if sign.isalnum()", "if sign.isalnum() or sign == \"_\"",
    "The underscore is kept, as \\w does. It is a symbol.",
)
